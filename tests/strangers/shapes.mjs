// Checks the union of all graphs of a TriG file against shapes and prints what fails.
// Constraints of SHACL itself are checked by shacl-engine; those in SPARQL are asked of
// Comunica as they stand, since shacl-engine binds $this in a way that makes four of
// them fail on sound data (their queries do not use it).
import { readFileSync } from 'node:fs'
import { QueryEngine } from '@comunica/query-sparql-file'
import N3 from 'n3'
import { Validator } from 'shacl-engine'

const SH = 'http://www.w3.org/ns/shacl#'
const [shapesFile, dataFile] = process.argv.slice(2)
const { namedNode, quad } = N3.DataFactory
const parse = (file, format) => new N3.Parser({ format }).parse(readFileSync(file, 'utf8'))
const shapes = new N3.Store(parse(shapesFile, 'Turtle'))
const union = parse(dataFile, 'TriG').map(one => quad(one.subject, one.predicate, one.object))
const dataset = new N3.Store(union)

const report = await new Validator(shapes, { factory: N3.DataFactory }).validate({ dataset })
const core = report.results.map(one => `${one.focusNode?.term?.value} ${one.constraintComponent?.value}`)

const value = (subject, name) => shapes.getObjects(subject, namedNode(SH + name), null)[0]?.value
const prefixes = shapes.getSubjects(namedNode(SH + 'prefix'), null, null)
  .map(one => `PREFIX ${value(one, 'prefix')}: <${value(one, 'namespace')}>`).join('\n')
const engine = new QueryEngine()
const sparql = []
for (const one of shapes.getQuads(null, namedNode(SH + 'select'), null, null)) {
  const query = `${prefixes}\n${one.object.value}`
  const bindings = await engine.queryBindings(query, { sources: [dataset] })
  const rows = await bindings.toArray()
  sparql.push({ message: value(one.subject, 'message'), rows: rows.length })
}
const claims = dataset.countQuads(null, null, namedNode('https://w3id.org/claimgraph/ns#Claim'), null)
process.stdout.write(JSON.stringify({ claims, core, sparql }))
