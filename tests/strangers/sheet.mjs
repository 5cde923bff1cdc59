// Reads a CSV file as a spreadsheet does: the cells that it would run as formulas, and the
// rows as they are when all columns are taken for text.
import { readFileSync } from 'node:fs'
import xlsx from 'xlsx'

const [file] = process.argv.slice(2)
const sheet = (options) => {
  const book = xlsx.read(readFileSync(file), { cellDates: false, dense: false, ...options })
  return book.Sheets[book.SheetNames[0]]
}
const rows = xlsx.utils.sheet_to_json(sheet({ raw: true }), { header: 1, raw: false, defval: '' })
const formulas = [{}, { raw: true }].flatMap((options) =>
  Object.entries(sheet(options)).filter(([, cell]) => cell?.f).map(([key]) => key))
process.stdout.write(JSON.stringify({ rows, formulas }))
