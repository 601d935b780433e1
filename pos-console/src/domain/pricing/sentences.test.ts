import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { vectorFiles } from '../../../scripts/pricing/vector-file';
import { entriesByLine, sentenceOf, type SentenceTemplates } from './sentences';
import type { TraceEntry } from './trace';

const folder = fileURLToPath(new URL('../../../../contracts/pricing', import.meta.url));
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
const templates = (language: string) => read(`sentences.${language}.json`) as SentenceTemplates;
const english = templates('en');

const traced = vectorFiles(`${folder}/vectors`)
  .flatMap(({ file }) => file.vectors)
  .flatMap(({ expected }) => (expected && 'trace' in expected ? (expected.trace as TraceEntry[]) : []));

describe.each(['en', 'de', 'fr', 'es', 'ar'])('sentences in %s', (language) => {
  const own = templates(language);

  it('tell every decision of the golden vectors, leaving nothing in braces', () => {
    for (const entry of traced) expect(sentenceOf(entry, own)).not.toMatch(/[{}]|^\s*$/);
  });

  it('say the same things as English, with no parameter that English does not have', () => {
    expect(Object.keys(own.sentences)).toEqual(Object.keys(english.sentences));
    const parametersOf = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    for (const [key, text] of Object.entries(own.sentences)) {
      expect(parametersOf(text), key).toEqual(parametersOf(english.sentences[key]));
    }
  });

  it('read as they do on the server', () => {
    for (const example of read('sentence-examples.json') as {
      entry: TraceEntry;
      sentences: Record<string, string>;
    }[]) {
      expect(sentenceOf(example.entry, own)).toBe(example.sentences[language]);
    }
  });
});

it('tells of a line what is about it and what is about the basket', () => {
  const entry = (lines: string[]): TraceEntry => ({
    kind: 'TAX',
    code: 'ADDED',
    subject: '',
    lines,
    parameters: {},
  });
  const told = entriesByLine(['1', '2'], [entry(['1', '2']), entry(['2']), entry([])]);
  expect([...told].map(([id, entries]) => [id, entries.length])).toEqual([
    ['1', 2],
    ['2', 3],
  ]);
});
