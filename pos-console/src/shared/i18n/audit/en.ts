/** What the auditor's page says. */
export const enAudit = {
  'audit.title': 'Journals',
  'audit.help':
    'Each till signs what it does, entry by entry. Here this browser checks every signature and every link itself; the suite only hands out the entries.',
  'audit.store': 'Store',
  'audit.kept': 'Daily root that you kept',
  'audit.keptHelp':
    '64 digits, from your own records. A check then proves that nothing before it was changed, even by somebody who holds the database and the keys.',
  'audit.keptWrong': 'A daily root has 64 digits, 0 to 9 and a to f; these are {{count}}.',
  'audit.file': 'Check a file',
  'audit.fileHelp':
    'An export that somebody brought, or several that belong together. Needs no network, and nothing leaves this device.',
  'audit.choose': 'Choose or drop files',
  'audit.offline': 'Without a network only files can be checked.',
  'audit.journals': 'Journals of {{store}}',
  'audit.none': 'No device of this store has signed anything yet',
  'audit.noneHelp': 'Its journals appear here once a till is enrolled and sells.',
  'audit.device': 'Device',
  'audit.deviceOf': '{{till}}, device no. {{epoch}}',
  'audit.entries': 'Entries',
  'audit.completeTo': 'Complete to',
  'audit.lastEntry': 'Last entry',
  'audit.arrived': 'As it arrived',
  'audit.arrivedWhole': 'all there',
  'audit.waitingFor': 'waiting for {{numbers}}',
  'audit.findings_one': '{{count}} finding',
  'audit.findings_other': '{{count}} findings',
  'audit.checked': 'Last checked here',
  'audit.checkedNever': 'never',
  'audit.checkedWhole': 'whole, {{when}}',
  'audit.checkedFlaws_one': '{{count}} flaw, {{when}}',
  'audit.checkedFlaws_other': '{{count}} flaws, {{when}}',
  'audit.check': 'Check',
  'audit.checkOf': 'Check {{till}}, device no. {{epoch}}',
  'audit.checkAll': 'Check all',
  'audit.save': 'Save all as a file',
  'audit.saving': 'Saving …',
  'audit.saved': 'Saved as {{name}}.',
  'audit.running': 'Checking {{what}}: {{done}} entries',
  'audit.runningOf': 'Checking {{what}}: {{done}} of {{total}} entries',
  'audit.stop': 'Stop',
  'audit.stopped': 'Stopped after {{done}} entries. Nothing was proved.',
  'audit.allJournals': 'all journals',
  'audit.whole_one': '{{entries}} entry checked: it is as its device left it.',
  'audit.whole_other': '{{entries}} entries checked: all are as the devices left them.',
  'audit.nothing': 'There was no entry to check.',
  'audit.broken_one': '{{entries}} entries checked: {{count}} thing is not as the devices left it.',
  'audit.broken_other': '{{entries}} entries checked: {{count}} things are not as the devices left them.',
  'audit.seconds': 'It took {{seconds}} s.',
  'audit.first': 'These are the first {{count}}.',
  'audit.rootsSeen_one': '{{count}} daily root of {{store}} holds; the last is no. {{number}}.',
  'audit.rootsSeen_other': '{{count}} daily roots of {{store}} hold; the last is no. {{number}}.',
  'audit.rootsNone': 'There was no daily root: entries that are missing at the end would not show.',
  'audit.afterRoot_one':
    '{{till}}, device no. {{epoch}}: {{count}} entry is newer than the last daily root; only its own signature proves it.',
  'audit.afterRoot_other':
    '{{till}}, device no. {{epoch}}: {{count}} entries are newer than the last daily root; only their own signatures prove them.',
  'audit.afterSuccessor_one':
    '{{till}}, device no. {{epoch}}: {{count}} entry came when the next device had taken its place.',
  'audit.afterSuccessor_other':
    '{{till}}, device no. {{epoch}}: {{count}} entries came when the next device had taken its place.',
  'audit.failed.not-an-export':
    'This is no file that Tillstream exported. Ask for a new export of the journals.',
  'audit.failed.no-cryptography':
    'This browser checks no signatures on this page. Open the console with https, then try again.',
  'audit.failed.other': 'The check broke off. Try again; when it breaks off again, check a saved file.',
  'audit.roots': 'Daily roots',
  'audit.rootsHelp':
    'After each business date one number over all journals of the store. Copy it where nobody of the shop can write: later it proves that nothing before it was changed.',
  'audit.rootsEmpty': 'No daily root yet',
  'audit.rootsEmptyHelp': 'The first is made when a business date with signed entries is over.',
  'audit.date': 'Business date',
  'audit.number': 'No.',
  'audit.root': 'Root',
  'audit.madeAt': 'made {{when}}',
  'audit.copy': 'Copy the root of {{date}}',
  'audit.copied': 'Copied the root of {{date}}.',
  'audit.more': 'Show older ones',
  'audit.flaw.NOT_READABLE': 'Line {{number}} is no entry of a journal.',
  'audit.flaw.CHANGED':
    'Entry {{number}} was changed: the device has not signed it as it stands, and entry {{next}} follows another text.',
  'audit.flaw.SIGNED_ANEW':
    'Entry {{number}} was signed with another key; its text is the one that entry {{next}} follows.',
  'audit.flaw.NOT_SIGNED':
    'Entry {{number}} was not signed by the device: it was changed, or signed with another key.',
  'audit.flaw.REPLACED':
    'Entry {{number}} is signed, but entry {{next}} follows another text: one of both was replaced by somebody who has the key.',
  'audit.flaw.NOT_CANONICAL': 'Entry {{number}} is not written in the one form that entries have.',
  'audit.flaw.OF_ANOTHER': 'Entry {{number}} says {{field}} “{{said}}” where “{{expected}}” belongs.',
  'audit.flaw.MISSING': 'Entry {{number}} is missing.',
  'audit.flaw.MISSING_MANY': 'Entries {{number}} to {{until}} are missing.',
  'audit.flaw.missingBy': 'Device no. {{by}} followed entry {{until}}.',
  'audit.flaw.missingDay': 'The daily root of {{day}} holds entry {{until}}.',
  'audit.flaw.missingAt': 'Entry {{until}} was there when this browser checked at {{at}}.',
  'audit.flaw.MOVED': 'Entry {{number}} stands behind entry {{behind}}: it was swapped or moved.',
  'audit.flaw.PUT_IN': 'A second entry {{number}} stands behind entry {{behind}}: it was put in.',
  'audit.flaw.BEGINS_ELSEWHERE':
    'Entry 1 does not follow what the device was told to follow when it was enrolled.',
  'audit.flaw.NOT_AS_FOLLOWED': 'Entry {{number}} is not the one that device no. {{by}} followed.',
  'audit.flaw.NOT_AS_IN_ROOT': 'Entry {{number}} is not the one that the daily root of {{day}} holds.',
  'audit.flaw.OTHER_KEY': 'The device has another key than in the daily root of {{day}}.',
  'audit.flaw.JOURNAL_MISSING':
    'The journal of device {{device}} is missing; the daily root of {{day}} holds its entry {{number}}.',
  'audit.flaw.ROOT_NOT_READABLE': 'Line {{number}} is no daily root of this store.',
  'audit.flaw.ROOT_BROKEN':
    'Daily root {{number}} does not follow daily root {{before}} as it stands here: one of both was changed.',
  'audit.flaw.ROOT_MISSING': 'Daily root {{number}} is missing.',
  'audit.flaw.ROOT_MISSING_MANY': 'Daily roots {{number}} to {{until}} are missing.',
  'audit.flaw.ROOT_FORGETS':
    'Daily root {{number}} holds less, or another journal, of device {{device}} than the one before, which held entry {{held}}.',
  'audit.flaw.KEPT_ROOT_MISSING':
    'The daily root {{hash}}, kept by you or seen by this browser before, is not there: what came before it was changed or removed.',
  'audit.flaw.NOT_AS_LAST_TIME':
    'Entry {{number}} is not the one that was here when this browser checked at {{at}}.',
  'audit.ofJournal': '{{till}}, device no. {{epoch}}',
  'audit.ofRoots': 'Daily roots of {{store}}',
} as const;

export type AuditWords = Record<keyof typeof enAudit, string>;
