/** What is said of sending and keeping, loaded with the list of it; in English. */
export const enSync = {
  'sync.empty': 'Everything is sent',
  'sync.emptyHelp': 'Each sale is kept here until the server has acknowledged it.',
  'sync.sale': 'Sale {{receipt}}',
  'sync.opening': 'Till opened',
  'sync.closing': 'Till closed',
  'sync.state.queued': 'Waiting',
  'sync.state.sending': 'Being sent',
  'sync.state.accepted': 'Sent',
  'sync.state.rejected': 'Refused',
  'sync.tries_one': 'tried {{count}} time',
  'sync.tries_other': 'tried {{count}} times',
  'sync.again': 'Send again',
  'sync.state.stuck': 'Held up',
  'sync.stuckHelp':
    'The server fails at this one. Others go past it where they can; only what depends on it waits: goods of it that come back, and the closing of its till. It is tried again by itself, next at {{time}}. Show it to your manager.',
  'sync.goOn': 'Go on without it',
  'sync.goOnSure':
    'What waits for it is then sent without it: a closing does not count it, and your manager gets a note when it arrives later. It stays here as refused until somebody sends it again.',
  'sync.goOnYes': 'Yes, go on without it',
  'sync.goOnNo': 'Keep waiting',
  'sync.refusedHelp': 'The server refused this. It stays on this device; show it to your manager.',
  'sync.recent': 'Sent lately',
  'sync.cash-movement': 'Cash moved',
  'sync.hand-over': 'Drawer handed over',
  'sync.void': 'Basket voided',
  'sync.state.odd': 'Sent, with a remark',
  'sync.thisTill': 'This till: {{till}}',
  'sync.otherTill': 'Till {{till}}, sold at here before',
  'sync.count.waiting': 'Waiting',
  'sync.count.since': 'The oldest since',
  'sync.count.rejected': 'Refused',
  'sync.count.journal': 'Signed entries to send',
  'sync.count.odd': 'Signed entries with a remark',
  'sync.offlineHelp':
    'There is no network. Everything is kept here and sends itself as soon as there is one.',
  'sync.endedHelp': 'Somebody has to sign in again before this can be sent.',
  'sync.noAnswer': 'The server did not answer. It is tried again by itself.',
  'sync.trouble': 'The server cannot take it for now: {{problem}} It is tried again by itself.',
  'sync.now': 'Try now',
  'sync.refusedList': 'Refused by the server',
  'sync.waitingList': 'Waiting, in this order',
  'sync.more': 'and {{n}} more',
  'sync.export': 'Save what is unsent as a file',
  'sync.exportHelp':
    'A copy in case this device fails before it is sent. It goes on being sent from here. A manager brings it in on the page “Devices”.',
  'sync.exported': 'Saved as {{name}}.',
  'sync.oddHelp': 'The server noted of this sale:',
  'storage.title': 'Storage of this device',
  'storage.startsOffline': 'The console is on this device: it starts without a network too.',
  'storage.notYetOffline':
    'The console is not wholly on this device yet. Leave it connected for a moment before it has to do without a network.',
  'storage.kept': 'Protected: the browser does not clear it by itself.',
  'storage.notKept':
    'The browser may clear it when the disk is full. Install the app, or ask for protection.',
  'storage.unknown': 'This browser does not say whether it may clear it.',
  'storage.ask': 'Ask for protection',
  'storage.used': '{{used}} of {{quota}} used',
  'storage.limits':
    'What is sent stays for returns and receipts: {{days}} days, or {{tight}} when room gets short. What is not sent is never removed.',
  'storage.low':
    'This device is running out of room. Free some on it soon. Nothing that is not sent is removed.',
  'storage.full':
    'This device has no room left: what you did last may not be kept. Free some room on it, then do it again. What was kept before is still here.',
  'signout.refused':
    'Not yet: {{n}} entries of this device are not sent, and they cannot go without somebody signed in. To leave the till, lock it (F12).',
  'signout.ready': 'Everything is sent. You can sign out now.',
} as const;

export type SyncWords = Record<keyof typeof enSync, string>;
