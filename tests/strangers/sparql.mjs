// Asks a Turtle file all questions of a JSON file and prints columns and rows as JSON.
import { readFileSync } from 'node:fs'
import { QueryEngine } from '@comunica/query-sparql-file'
import N3 from 'n3'

const [data, questions] = process.argv.slice(2)
const text = readFileSync(data, 'utf8')
const store = new N3.Store(new N3.Parser({ format: 'Turtle' }).parse(text))
const engine = new QueryEngine()
const found = []
for (const query of JSON.parse(readFileSync(questions, 'utf8'))) {
  const answer = await engine.query(query, { sources: [store] })
  const { variables } = await answer.metadata()
  const names = variables.map(one => (one.variable ?? one).value)
  const rows = await (await answer.execute()).toArray()
  found.push({ names, rows: rows.map(row => names.map(name => row.get(name)?.value ?? null)) })
}
process.stdout.write(JSON.stringify(found))
