// Reads RDF with N3.js or JSON-LD with jsonld.js and prints it as N-Quads.
import { readFileSync } from 'node:fs'
import jsonld from 'jsonld'
import N3 from 'n3'

const FORMATS = { trig: 'TriG', nq: 'N-Quads', ttl: 'Turtle' }
const [file] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
const ending = file.split('.').pop()

// whoever reads our JSON-LD must not need the network
const documentLoader = address => { throw new Error(`the file asks for ${address}`) }

if (ending === 'jsonld') {
  const options = { format: 'application/n-quads', documentLoader }
  process.stdout.write(await jsonld.toRDF(JSON.parse(text), options))
} else {
  const quads = new N3.Parser({ format: FORMATS[ending] }).parse(text)
  process.stdout.write(new N3.Writer({ format: 'N-Quads' }).quadsToString(quads))
}
