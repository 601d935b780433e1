import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { formatsFor, type Formats } from '../format';
import type { WordKey } from './en';

const OTHER = '_other';

/** The back office is written in English and German; cashiers of the other languages who look into it read English. */
const englishForManagers = () => import('./en-manager').then((module) => inAllForms(module.enManager));

const englishForAuditors = () => import('./audit/en').then((module) => inAllForms(module.enAudit));

/** A language has forms for numbers that the words do not tell apart: those are said like any other number. */
function inAllForms(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const filled: Record<string, string> = {};
  for (const [key, text] of Object.entries(words)) {
    if (!key.endsWith(OTHER)) continue;
    for (const form of ['zero', 'two', 'few', 'many'])
      filled[`${key.slice(0, -OTHER.length)}_${form}`] = text;
  }
  return { ...filled, ...words };
}

/**
 * The console's languages, loaded when they are chosen; what only the manager says never weighs on the till, nor what panes say
 * that are opened now and then.
 */
export const languages = {
  en: {
    name: 'English',
    words: () => import('./en').then((module) => module.en),
    laterWords: () => import('./en-later').then((module) => module.enLater),
    managerWords: () => import('./en-manager').then((module) => module.enManager),
    syncWords: () => import('./sync/en').then((module) => module.enSync),
    auditWords: () => import('./audit/en').then((module) => module.enAudit),
  },
  de: {
    name: 'Deutsch',
    words: () => import('./de').then((module) => module.de),
    laterWords: () => import('./de-later').then((module) => module.deLater),
    managerWords: () => import('./de-manager').then((module) => module.deManager),
    syncWords: () => import('./sync/de').then((module) => module.deSync),
    auditWords: () => import('./audit/de').then((module) => module.deAudit),
  },
  fr: {
    name: 'Français',
    words: () => import('./fr').then((module) => inAllForms(module.fr)),
    laterWords: () => import('./fr-later').then((module) => inAllForms(module.frLater)),
    managerWords: englishForManagers,
    syncWords: () => import('./sync/fr').then((module) => inAllForms(module.frSync)),
    auditWords: englishForAuditors,
  },
  es: {
    name: 'Español',
    words: () => import('./es').then((module) => inAllForms(module.es)),
    laterWords: () => import('./es-later').then((module) => inAllForms(module.esLater)),
    managerWords: englishForManagers,
    syncWords: () => import('./sync/es').then((module) => inAllForms(module.esSync)),
    auditWords: englishForAuditors,
  },
  ar: {
    name: 'العربية',
    words: () => import('./ar').then((module) => inAllForms(module.ar)),
    laterWords: () => import('./ar-later').then((module) => inAllForms(module.arLater)),
    managerWords: englishForManagers,
    syncWords: () => import('./sync/ar').then((module) => inAllForms(module.arSync)),
    auditWords: englishForAuditors,
  },
} as const;

export type Language = keyof typeof languages;
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);
const CHOICE = 'tillstream.language';

function preferred(): Language {
  const wishes = [localStorage.getItem(CHOICE), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return (
    (wishes.find((wish) => wish !== null && wish !== undefined && wish in languages) as
      Language | undefined) ?? 'en'
  );
}

export async function startLanguage(): Promise<void> {
  await i18next.init({
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  await chooseLanguage(preferred());
}

type MoreWords = 'laterWords' | 'managerWords' | 'syncWords' | 'auditWords';
const wanted = new Set<MoreWords>();

export async function chooseLanguage(language: Language): Promise<void> {
  const all = languages[language];
  const chosen = await Promise.all([all.words(), ...[...wanted].map((more) => all[more]())]);
  for (const some of chosen) i18next.addResourceBundle(language, 'translation', some);
  await i18next.changeLanguage(language);
  words = wordsIn(language);
  readers.forEach((read) => read());
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
  localStorage.setItem(CHOICE, language);
}

async function alsoLoad(more: MoreWords): Promise<void> {
  if (wanted.has(more)) return;
  wanted.add(more);
  await chooseLanguage(i18next.language as Language).catch((failure: unknown) => {
    wanted.delete(more);
    throw failure;
  });
}

/** From now on the words of panes that are opened now and then come with every language. */
export const loadLaterWords = () => alsoLoad('laterWords');

/** The same for the manager's words. */
export const loadManagerWords = () => alsoLoad('managerWords');

/** The same for what is said of sending and keeping. */
export const loadSyncWords = () => alsoLoad('syncWords');

/** The same for the auditor's words. */
export const loadAuditWords = () => alsoLoad('auditWords');

interface Words {
  readonly t: Say;
  readonly format: Formats;
  readonly language: Language;
}

/** Replaced whenever a sentence may read differently; who shows one is told. */
let words: Words | null = null;
const readers = new Set<() => void>();

/** A tap at the till says dozens of sentences without figures: each is looked up once. */
function wordsIn(language: Language): Words {
  const said = new Map<WordKey, string>();
  const t: Say = (key, values) => {
    if (values) return i18next.t(key, values);
    const known = said.get(key) ?? i18next.t(key);
    said.set(key, known);
    return known;
  };
  return { t, format: formatsFor(language), language };
}

const currentWords = () => (words ??= wordsIn(i18next.language as Language));

function onWords(read: () => void): () => void {
  readers.add(read);
  return () => readers.delete(read);
}

export const useWords = (): Words => useSyncExternalStore(onWords, currentWords);
