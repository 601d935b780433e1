import { describe, expect, it } from 'vitest';
import { ar } from './ar';
import { arLater } from './ar-later';
import { de } from './de';
import { deLater } from './de-later';
import { en } from './en';
import { enLater } from './en-later';
import { es } from './es';
import { esLater } from './es-later';
import { fr } from './fr';
import { frLater } from './fr-later';
import { arSync } from './sync/ar';
import { deSync } from './sync/de';
import { enSync } from './sync/en';
import { esSync } from './sync/es';
import { frSync } from './sync/fr';

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
const FORMS = /_(zero|one|two|few|many)$/;

const ENGLISH = { ...en, ...enLater, ...enSync };
const OTHERS = {
  ar: { ...ar, ...arLater, ...arSync },
  de: { ...de, ...deLater, ...deSync },
  es: { ...es, ...esLater, ...esSync },
  fr: { ...fr, ...frLater, ...frSync },
};

describe.each(Object.entries(OTHERS))('the words in %s', (_, words: Readonly<Record<string, string>>) => {
  it('say everything, with what the sentence is about', () => {
    for (const [key, english] of Object.entries(ENGLISH)) {
      const text = words[key] ?? '';
      expect(text.trim(), key).not.toBe('');
      // One of something need not be counted.
      if (!FORMS.test(key)) expect([key, placeholders(text)]).toEqual([key, placeholders(english)]);
    }
  });
});

it('counts in Arabic as Arabic counts', () => {
  const words: Readonly<Record<string, string>> = OTHERS.ar;
  const counted = Object.keys(ENGLISH).filter((key) => key.endsWith('_other'));
  for (const key of counted)
    for (const form of ['zero', 'one', 'two', 'few', 'many'])
      expect(words, key).toHaveProperty([key.replace(/other$/, form)]);
});
