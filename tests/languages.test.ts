/**
 * Thai and English everywhere: whatever speaks in one language speaks in the other, with the same blanks to fill, and
 * no words of a screen stand outside such a pair. Read from the source itself, so that a page nobody has opened counts too.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
/** The one Thai word that the switch of languages shows to everybody. */
const ownName = 'ไทย';
const thaiLetter = /[\u0e01-\u0e5b]/u;

/** Thai that belongs to the matter itself and is the same in every language of the screen, with the reason. */
const thaiByNature: Readonly<Record<string, RegExp>> = {
  'official papers are Thai': /^src\/paper\/|\/domain\/|(papers|paper|paper-jobs|paper-view|letter-docx|letter-parts|word-of|emblem-form|register-files|minutes-paper|minutes-sheet|letter-sheet|downloads|difference|circular-words|to-letter|preview|letter)\.tsx?$|\/compose-letter\/(page|load|form-fields|choose-form)\.tsx?$|^src\/signing-authority\/|\/received-inbox\.tsx$|\/circulate-minutes\/page\.tsx$|\/send-invitation\/page\.tsx$/u,
  'reads and writes Thai text': /^src\/thai\/|^src\/platform\/(search|tables)\/|\/start-assignments\.ts$|\/read-backups\/page\.tsx$/u,
  'says both in one line, on the terminal or in the log': /^src\/(cli|main)\.ts$|^src\/(commands|start|backup)\/|^src\/platform\/(config\.ts|db\/)|\/cli[^/]*\.ts$/u,
  'shows parts of screens with invented Thai words': /^src\/ui\/(examples|gallery|ui\.browser\.pages|provinces)\.tsx?$|\.examples\.tsx$|\/api-example\.ts$/u,
  'titles and subjects are stored and read in Thai, as letters have them': /\/(inbox|search|evidence|office|shown|public-documents?)\.tsx?$|\/store\/|\/attendance\.ts$|\/edit-meeting\/action\.ts$|\/certify-in-meeting\/action\.ts$/u,
  'names: of the house, of a language, of a person, of what is stored once for all': /\/(language-switch|layouts\/document|layouts\/parts|replace-emblem\/page)\.tsx$|\/(first-administrator|access-log)\.ts$|\/passkeys\.ts$|^src\/modules\/correspondence\/index\.ts$/u,
  'words that people type into a setting or a password': /settings\.ts$|\/passwords\.ts$/u,
  'a table for the records of the office has Thai heads': /\/export\.ts$|\/import\/|\/(export-[^/]*|keep-search-words|downloads?|show-circulation|read-measures|read-register|import-register)\/|\/registers\/register-(import|package|read-me|rows)\.ts$/u,
};
const belongs = (file: string) => Object.values(thaiByNature).some((pattern) => pattern.test(file));

interface Fault {
  readonly where: string;
  readonly what: string;
}

/** All texts written below a node, templates in their pieces. */
function textsIn(node: ts.Node): string[] {
  const found: string[] = [];
  const walk = (at: ts.Node): void => {
    if (ts.isStringLiteralLike(at) || ts.isTemplateHead(at) || ts.isTemplateMiddle(at) || ts.isTemplateTail(at)) found.push(at.text);
    ts.forEachChild(at, walk);
  };
  walk(node);
  return found;
}

const nameOf = (property: ts.ObjectLiteralElementLike): string | undefined => property.name?.getText().replaceAll(/['"]/g, '');
const blanks = (texts: readonly string[]): string => [...new Set(texts.join(' ').match(/\{\w+\}/g) ?? [])].toSorted().join(' ');

/** What is wrong with one pair; keys of a table of messages are compared one by one. */
function faultsOfPair(th: ts.Node, en: ts.Node, said: (node: ts.Node, what: string) => void): void {
  if (ts.isObjectLiteralExpression(th) && ts.isObjectLiteralExpression(en)) {
    const english = new Map(en.properties.map((one) => [nameOf(one), one]));
    for (const one of th.properties) {
      const name = nameOf(one);
      const other = english.get(name);
      if (!ts.isPropertyAssignment(one)) continue;
      if (!other || !ts.isPropertyAssignment(other)) said(one, `“${name}” has no English`);
      else faultsOfPair(one.initializer, other.initializer, said);
    }
    return;
  }
  const [thai, english] = [textsIn(th), textsIn(en)];
  const englishText = english.join('');
  if (thai.length > 0 && thai.join('').trim() !== '' && english.length === 0 && ts.isStringLiteralLike(en)) said(en, 'the English is empty');
  // A Thai word may be quoted as what to type or as a name of a Thai thing; a whole sentence may not.
  const letters = englishText.match(/[\u0e01-\u0e5b]/gu)?.length ?? 0;
  if (letters > 0 && letters >= englishText.length / 2 && englishText !== ownName) said(en, `the English is Thai: ${englishText.slice(0, 60)}`);
  if (blanks(thai) !== blanks(english)) said(en, `blanks differ: ${blanks(thai)} against ${blanks(english)}`);
}

/** Reads one file; exported shape for the test of the test. */
function faultsOfFile(file: string, text: string): Fault[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const faults: Fault[] = [];
  const said = (node: ts.Node, what: string) => faults.push({ where: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, what });
  const walk = (node: ts.Node, paired: boolean): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const th = node.properties.find((one) => nameOf(one) === 'th');
      const en = node.properties.find((one) => nameOf(one) === 'en');
      if (th && en && ts.isPropertyAssignment(th) && ts.isPropertyAssignment(en)) faultsOfPair(th.initializer, en.initializer, said);
      if ((th || en) && !(th && en) && !node.properties.some(ts.isSpreadAssignment)) said(node, `only ${th ? 'Thai' : 'English'}`);
    }
    const pair = ts.isPropertyAssignment(node) && (nameOf(node) === 'th' || nameOf(node) === 'en');
    // `lang === 'th' ? … : …` and a call with the Thai and the English beside each other are pairs as well.
    const choice = ts.isConditionalExpression(node) && /\blang(uage)?\b.*'(th|en)'/u.test(node.condition.getText());
    const beside = ts.isCallExpression(node) && thaiThenEnglish(node.arguments);
    if (!paired && (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) && thaiLetter.test(node.text) && !belongs(file)) {
      said(node, `Thai outside a pair: ${node.text.trim().slice(0, 60)}`);
    }
    const here = paired || pair || choice || beside || isMarkedThai(node);
    ts.forEachChild(node, (child) => walk(child, here));
  };
  walk(source, false);
  return faults;
}

/** An element that says of itself that its words are Thai. */
function isMarkedThai(node: ts.Node): boolean {
  return ts.isJsxElement(node) && node.openingElement.attributes.properties.some((one) => ts.isJsxAttribute(one) && one.getText() === 'lang="th"');
}

function thaiThenEnglish(given: readonly ts.Expression[]): boolean {
  return given.some((one, at) => {
    const next = given[at + 1];
    return next !== undefined && thaiLetter.test(textsIn(one).join('')) && /[a-z]{2}/iu.test(textsIn(next).join('')) && !thaiLetter.test(textsIn(next).join(''));
  });
}

const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$|\/demo\/|\/testing\/|schema\.ts$|^src\/ui\/messages\.ts$/u.test(file)).toSorted();

describe('Thai and English', () => {
  test('every pair of words is whole, and no words of a screen stand outside a pair', () => {
    expect(files.length).toBeGreaterThan(300);
    const faults = files.flatMap((file) => faultsOfFile(file, readFileSync(path.join(root, file), 'utf8')));
    expect(faults.map(({ where, what }) => `${where} ${what}`)).toEqual([]);
  });

  test('what the test would find', () => {
    const faults = (text: string) => faultsOfFile('src/modules/x/features/y/page.tsx', text).map(({ what }) => what);
    expect(faults("const a = { th: 'บันทึก', en: 'Save' }")).toEqual([]);
    expect(faults("const a = { th: 'บันทึก', en: 'บันทึก' }")).toEqual(['the English is Thai: บันทึก']);
    expect(faults("const a = { th: 'มี {n} ฉบับ', en: '{m} letters' }")).toEqual(['blanks differ: {n} against {m}']);
    expect(faults("const a = { th: 'บันทึก' }")).toEqual(['only Thai']);
    expect(faults("const a = { th: { save: 'บันทึก', stop: 'หยุด' }, en: { save: 'Save' } }")).toEqual(['“stop” has no English']);
    expect(faults("const a = <p>บันทึกแล้ว</p>")).toEqual(['Thai outside a pair: บันทึกแล้ว']);
    expect(faults("const a = lang === 'th' ? 'บันทึก' : 'Save'; refuse('x', 'ไม่ได้', 'No')")).toEqual([]);
  });

  test('the reasons for Thai by nature are all in use', () => {
    const withThai = files.filter((file) => thaiLetter.test(readFileSync(path.join(root, file), 'utf8')));
    for (const [reason, pattern] of Object.entries(thaiByNature)) expect([reason, withThai.some((file) => pattern.test(file))]).toEqual([reason, true]);
  });
});
