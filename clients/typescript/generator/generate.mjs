// Makes src/generated/api.ts from the API's document: the types and the operations, by NSwag's fetch generator with the
// templates beside this file. Needs the .NET SDK; NSwag itself is a .NET tool that is restored on first use.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './document.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const source = join(here, '../../../LiteBooks/OpenApi/openapi.json');
const target = join(here, '../src/generated');
const scratch = mkdtempSync(join(tmpdir(), 'litebooks-client-'));

try {
  const [document, output] = [join(scratch, 'openapi.json'), join(scratch, 'api.ts')];
  writeFileSync(document, JSON.stringify(prepare(JSON.parse(readFileSync(source, 'utf8')))));
  dotnet('tool', 'restore', '--verbosity', 'quiet');
  dotnet('nswag', 'openapi2tsclient', `/Input:${document}`, `/Output:${output}`, `/TemplateDirectory:${join(here, 'templates')}`,
    '/Template:Fetch', '/OperationGenerationMode:SingleClientFromOperationId', '/GenerateResponseClasses:false', '/ImportRequiredTypes:false',
    '/TypeStyle:Interface', '/EnumStyle:StringLiteral', '/DateTimeType:String', '/MarkOptionalProperties:true', '/NullValue:Null',
    '/TypeScriptVersion:4.3', '/NewLineBehavior:LF');
  const code = readFileSync(output, 'utf8').split('\n').map(known).join('\n');
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'api.ts'), code);
} finally {
  rmSync(scratch, { recursive: true });
}

function dotnet(...words) {
  try {
    execFileSync('dotnet', words, { cwd: here, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, DOTNET_NOLOGO: '1', DOTNET_CLI_TELEMETRY_OPTOUT: '1' } });
  } catch (error) {
    throw new Error(`dotnet ${words.slice(0, 2).join(' ')} failed:\n${error.stdout ?? ''}${error.stderr ?? error.message}`);
  }
}

// What the document leaves open is `unknown`: `any` would let everything pass. Open operations, and names that NSwag made up
// because there were two or none, are mended in document.mjs.
function known(line) {
  if (/^\s*(\/\*\*|\*|\/\/)/.test(line))
    return line;
  const mended = line.replace(/\bany\b(?!\??:|\})/g, 'unknown');
  if (/Operation<.*\bunknown\b/.test(mended) || /\b(interface|type) (\w*Anonymous\w*|\w*(?<!V)\d)\b/.test(mended))
    throw new Error(`The generated code has something that says nothing: ${line.trim()}`);
  return mended;
}
