/** What panes say that are opened now and then, in English: loaded with them. */
export const enLater = {
  'layaway.for': 'For {{name}}',
  'layaway.name': 'Name of the customer',
  'layaway.noName': 'Say for whom, or attach a customer (F2).',
  'layaway.keptUntil': 'Kept until',
  'layaway.likely': 'Likely deposits',
  'layaway.left': '{{amount}} to pay when the goods are collected',
  'layaway.wrong': 'A deposit is more than zero and less than {{total}}.',
  'layaway.take': 'Take deposit of {{amount}}',
  'layaway.find': 'Name or number of a deposit receipt',
  'layaway.none': 'Nothing is set aside',
  'layaway.noneFound': 'Nothing was set aside under “{{text}}”',
  'layaway.onlyHere': 'The network is away: only what was set aside on this till is shown.',
  'layaway.customer': 'Customer',
  'layaway.until': 'until {{date}}',
  'layaway.paid': '{{amount}} paid',
  'layaway.state.COLLECTED': 'picked up {{when}} · {{receipt}}',
  'layaway.state.GIVEN_UP': 'given back {{when}} · {{receipt}}',
  'layaway.collect': 'Pick up · {{amount}} to pay',
  'layaway.payIn': 'Pay in more',
  'layaway.payInWrong': 'More than zero and at most {{most}}.',
  'layaway.giveBack': 'Give deposit back',
  'layaway.doGiveBack': 'Give {{amount}} back',
  'layaway.reason': 'Why?',
  'layaway.reason.CHANGED_MIND': 'The customer does not want them any more',
  'layaway.reason.NOT_AVAILABLE': 'The goods are not there',
  'layaway.reason.NOT_COLLECTED': 'Not collected in time',
  'layaway.reason.OTHER': 'Another reason',
  'notice.nothing-to-set-aside': 'Scan what is to be set aside first; goods that come back cannot be.',
  'notice.deposit-too-much': 'The deposit has to be less than the goods cost. Pay for them instead.',
  'notice.layaway-closed':
    'Nothing is left of this deposit: it paid for the goods or was given back ({{reason}}).',
  'notice.layaway-unreachable':
    'The network is away: what was set aside on another till cannot be asked for.',
} as const;

export type LaterWords = Record<keyof typeof enLater, string>;
