/**
 * Runs dependency-cruiser with TypeScript 5: it parses with the compiler's JavaScript interface,
 * which TypeScript 7 does not have.
 */
import Module, { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const compiler = pathToFileURL(require.resolve('typescript-5')).href;
const resolveFilename = Module._resolveFilename;

Module._resolveFilename = function resolve(request, parent, ...rest) {
  const asked = parent?.filename?.includes('dependency-cruiser')
    ? request.replace(/^typescript(?=\/|$)/, 'typescript-5')
    : request;
  return resolveFilename.call(this, asked, parent, ...rest);
};

const hook = `export const resolve = (name, context, next) =>
  name === 'typescript' ? { url: '${compiler}', format: 'commonjs', shortCircuit: true } : next(name, context)`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const { default: config } = await import('./dependency-cruiser.cjs');
const { cruise } = await import('dependency-cruiser');
const { default: readTsConfig } = await import('dependency-cruiser/config-utl/extract-ts-config');

const places = ['app', 'components', 'lib', 'messages', 'prisma/seed', 'scripts', 'tests', 'server.ts'];
const tsConfig = readTsConfig('tsconfig.json');
const { output, exitCode } = await cruise(
  places,
  { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true, outputType: 'err' },
  config.options.enhancedResolveOptions,
  { tsConfig },
);
console.log(output);
process.exitCode = exitCode > 0 ? 1 : 0;
