// Reads a CSV file as a spreadsheet does and prints its cells with their types.
import { readFileSync } from 'node:fs'
import xlsx from 'xlsx'

const [file] = process.argv.slice(2)
const book = xlsx.read(readFileSync(file), { cellDates: false, dense: false })
const sheet = book.Sheets[book.SheetNames[0]]
const rows = xlsx.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null })
const formulas = Object.entries(sheet).filter(([key, cell]) => cell?.f).map(([key]) => key)
process.stdout.write(JSON.stringify({ rows, formulas }))
