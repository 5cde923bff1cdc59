// Checks Cypher with Neo4j's own language support, without a server.
// In: {"schema": {labels, relationshipTypes, propertyKeys},
//      "queries": [{name, text, parameters: {name: example}}]}
// Out: [{name, line, severity, message}]; severity 1 is an error, 2 a warning.
const fs = require('node:fs');
const { lintCypherQuery } = require('@neo4j-cypher/language-support');

const { schema, queries } = JSON.parse(fs.readFileSync(0, 'utf8'));
const problems = queries.flatMap(({ name, text, parameters }) =>
  lintCypherQuery(text, { ...schema, parameters }).diagnostics.map((found) => ({
    name,
    line: found.range.start.line + 1,
    severity: found.severity,
    message: found.message,
  })),
);
process.stdout.write(JSON.stringify(problems));
