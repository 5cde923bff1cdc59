// Reads GEXF or GraphML with graphology and prints its nodes and edges as JSON.
import { readFileSync } from 'node:fs'
import graphology from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'

const [file] = process.argv.slice(2)
const reader = file.endsWith('.gexf') ? gexf : graphml
const graph = reader.parse(graphology.MultiGraph, readFileSync(file, 'utf8'))
process.stdout.write(JSON.stringify({
  nodes: graph.mapNodes((key, held) => ({ key, ...held })),
  edges: graph.mapEdges((key, held, source, target) => ({ key, ...held, source, target }))
}))
