// `npm run docs:errors`: writes docs/error-codes.md from the source, every expected failure with its words; `--check`
// only says whether it is current. Programs that use the API branch on these codes.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './tools.mjs';

const target = path.join(root, 'docs/error-codes.md');
const parsed = new Map();
const fileOf = (file) => {
  if (!parsed.has(file)) parsed.set(file, ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return parsed.get(file);
};
const nameOf = (property) => property.name?.getText().replaceAll(/['"]/g, '');
const visit = (node, see) => {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
};

/** The text of a literal; a template with its blanks as `{…}`. */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `{…}${span.literal.text}`).join('');
  return undefined;
}

/** `{ th, en }` written out where it stands. */
function pairOf(node) {
  if (!node || !ts.isObjectLiteralExpression(node)) return undefined;
  const value = (key) => {
    const property = node.properties.find((one) => nameOf(one) === key);
    return property && ts.isPropertyAssignment(property) ? textOf(property.initializer) : undefined;
  };
  const [th, en] = [value('th'), value('en')];
  return th && en ? { th, en } : undefined;
}

/** The file that a name of this file was imported from; the file itself for what is defined here. */
function homeOf(source, name) {
  let found = source.fileName;
  for (const one of source.statements) {
    if (!ts.isImportDeclaration(one) || !one.importClause?.namedBindings || !ts.isNamedImports(one.importClause.namedBindings)) continue;
    if (one.importClause.namedBindings.elements.some((element) => element.name.text === name)) found = path.resolve(path.dirname(source.fileName), one.moduleSpecifier.text);
  }
  return found;
}

/** `messages.words('key')`: looked up in the tables of the file that the messages come from. */
function keyedOf(source, node) {
  if (!node || !ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'words') return undefined;
  const [key] = node.arguments;
  if (!key || !ts.isStringLiteralLike(key) || !ts.isIdentifier(node.expression.expression)) return undefined;
  const home = homeOf(source, node.expression.expression.text);
  const found = {};
  visit(fileOf(home), (at) => {
    if (!ts.isPropertyAssignment(at) || !['th', 'en'].includes(nameOf(at)) || !ts.isObjectLiteralExpression(at.initializer)) return;
    const property = at.initializer.properties.find((one) => nameOf(one) === key.text);
    if (property && ts.isPropertyAssignment(property)) found[nameOf(at)] ??= textOf(property.initializer);
  });
  return found.th && found.en ? found : undefined;
}

/** A constant of `{ th, en }` by its name. */
function constantOf(source, node) {
  if (!node || !ts.isIdentifier(node)) return undefined;
  let found;
  visit(fileOf(homeOf(source, node.text)), (at) => {
    if (ts.isVariableDeclaration(at) && at.name.getText() === node.text) found ??= pairOf(at.initializer);
  });
  return found;
}

const codes = new Map();
for (const file of globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((one) => !/\.test\.tsx?$|\/testing\//.test(one)).toSorted()) {
  const source = fileOf(path.join(root, file));
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'fail') return;
    const [code, words, more] = node.arguments;
    if (!code || !ts.isStringLiteralLike(code)) return;
    const status = more && ts.isObjectLiteralExpression(more) ? more.properties.find((one) => nameOf(one) === 'status') : undefined;
    const said = pairOf(words) ?? keyedOf(source, words) ?? constantOf(source, words);
    const entry = codes.get(code.text) ?? codes.set(code.text, { statuses: new Set(), words: new Map(), rooms: new Set() }).get(code.text);
    entry.statuses.add(status && ts.isPropertyAssignment(status) ? status.initializer.getText() : '422');
    if (said) entry.words.set(said.th, said.en);
    entry.rooms.add(file.split('/').slice(1, 3).join('/').replace(/\.tsx?$/, ''));
  });
}

const inOrder = (names) => [...names].toSorted((a, b) => (a < b ? -1 : 1)).join(', ');
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
const lines = [...codes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, { statuses, words, rooms }]) => {
  const said = [...words].slice(0, 3);
  const more = words.size > said.length ? `<br>… (${words.size})` : '';
  const [thai, english] = said.length > 0 ? [said.map(([th]) => cell(th)).join('<br>') + more, said.map(([, en]) => cell(en)).join('<br>') + more] : ['ข้อความอยู่ที่ช่องที่ผิด', 'in words at the field that is wrong'];
  return `| \`${code}\` | ${inOrder(statuses)} | ${thai} | ${english} | ${inOrder(rooms)} |`;
});
const text = `# Error codes

Expected failures of the house, ${codes.size} of them, made from the source by \`npm run docs:errors\`. A page shows the words in the reader's language; the API gives \`{ "error": { "code", "message": { "th", "en" }, "fields" } }\` with the status. Surprises have no code: they are logged under the request id that the error page shows. A code with several words says what is wrong in each case; blanks stand as \`{…}\`.

| code | status | Thai | English | where |
|---|---|---|---|---|
${lines.join('\n')}
`;

if (process.argv.includes('--check')) {
  let current = '';
  try {
    current = readFileSync(target, 'utf8');
  } catch {
    // Not there: not current.
  }
  if (current !== text) {
    console.error('docs/error-codes.md is not current: npm run docs:errors');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
  console.log(`docs/error-codes.md: ${codes.size} codes`);
}
