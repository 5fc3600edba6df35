// Examples of parameters that may be left out are told, not filled in: a request with all of them at once would find nothing.
function tellExamples(document) {
  const operations = Object.values(document.paths).flatMap(Object.values).filter(part => part.parameters);
  for (const parameter of operations.flatMap(operation => operation.parameters)) {
    if (parameter.required || parameter.example === undefined)
      continue;
    if (parameter.schema.default === undefined)
      parameter.description += ` Such as \`${[parameter.example].flat().join("`, `")}\`.`;
    delete parameter.example;
  }
  return document;
}

fetch("/openapi.json").then(answer => answer.json()).then(document => SwaggerUIBundle({
  spec: tellExamples(document),
  dom_id: "#docs",
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: "list",
  filter: true,
  tryItOutEnabled: true,
  // The public validator would be sent the address of this server.
  validatorUrl: null,
}));
