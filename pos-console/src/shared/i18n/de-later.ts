import type { LaterWords } from './en-later';

export const deLater: LaterWords = {
  'return.part':
    '{{have}} von {{of}} Codes gelesen. Scannen Sie auch die anderen Codes dieses Kassenzettels.',
  'return.code.damaged':
    'Dieser Code ließ sich nicht ganz lesen. Scannen Sie ihn noch einmal, oder tippen Sie die Nummer des Kassenzettels.',
  'return.code.newer':
    'Eine neuere Kasse hat diesen Code gedruckt. Tippen Sie die Nummer des Kassenzettels, oder aktualisieren Sie diese Kasse.',
  'return.code.forged':
    'Was dieser Code sagt, hat unsere Kasse nicht signiert. Nehmen Sie darauf nichts zurück; fragen Sie die Leitung.',
  'return.code.other-store':
    'Dieser Kassenzettel ist von einer anderen Filiale. Nehmen Sie die Ware dort zurück oder ohne Kassenzettel.',
  'return.fromPaper.signed':
    'Der Verkauf steht hier, wie sein Kassenzettel ihn sagt; die Signatur stimmt. Weder diese Kasse noch der Server konnte nach ihm gefragt werden.',
  'return.fromPaper.unchecked':
    'Der Verkauf steht hier, wie sein Kassenzettel ihn sagt. Ob eine unserer Kassen ihn signiert hat, konnte diese Kasse nicht prüfen.',
  'before.title': 'Dieses Gerät tritt an die Stelle von Gerät Nr. {{epoch}}',
  'before.help': 'Jenes hält vielleicht Verkäufe, die nie gesendet wurden. Was ist von ihm übrig?',
  'before.works': 'Es geht noch',
  'before.worksHelp':
    'Schalten Sie es ein, wo ein Netz ist, und melden Sie sich daran an. Es verkauft nichts mehr und sendet von selbst, was es hält.',
  'before.file': 'Eine Datei, die es gespeichert hat',
  'before.fileHelp': 'Die Datei heißt „unsent-….jsonl“. Wer die Schicht leitet, holt sie herein.',
  'before.receipts': 'Nur seine Kassenzettel',
  'before.receiptsHelp':
    'Der Code auf jedem Kassenzettel trägt den Verkauf. Behalten Sie Zettel, die Kunden zurückbringen; wer die Schicht leitet, holt sie herein.',
  'before.nothing': 'Nichts, oder alles war gesendet',
  'before.nothingHelp':
    'Dann ist nichts zu tun. Taucht noch ein Kassenzettel von ihm auf, kann er immer noch hereingeholt werden.',
  'before.bringIn': 'Jetzt hereinholen',
  'before.askLead': 'Fragen Sie die Schicht- oder Filialleitung: Sie findet es unter Geräte.',
  'before.done': 'Verstanden',
  'edge.address': 'Store Edge: Adresse des Vermittlers in diesem Laden',
  'edge.addressHelp':
    'Freiwillig. Damit sehen die Kassen dieses Ladens ihre geparkten Verkäufe, solange der Server nicht erreichbar ist.',
  'edge.away':
    'Unter dieser Adresse antwortet nichts. Prüfen Sie, ob der Vermittler läuft und dieses Gerät ihn erreichen darf.',
  'edge.noKey':
    'Dieses Gerät hat noch keinen Schlüssel seines Ladens. Der Server gibt ihn, sobald er erreichbar ist.',
  'edge.ready': 'Der Vermittler antwortet.',
  'edge.parked': 'Der Server ist nicht erreichbar: zu sehen ist, was die Kassen dieses Ladens geparkt haben.',
  'edge.tills': 'Die anderen Kassen dieses Ladens',
  'edge.since': 'offen seit {{time}}, {{by}}',
  'edge.closed': 'keine Lade offen',
  'edge.sales': '{{sales}} verkauft, {{waiting}} zu senden',
  'edge.heard': 'Stand {{time}}',
  'close.title': '{{till}} schließen',
  'close.help': 'Bitte zuerst die Lade zählen. Was darin sein sollte, steht danach da.',
  'close.count': 'Fertig gezählt',
  'close.recount': 'Neu zählen',
  'close.action': 'Kasse schließen',
  'close.parked_one': '{{count}} Verkauf ist hier noch geparkt. Wenn möglich zuerst abschließen.',
  'close.parked_other': '{{count}} Verkäufe sind hier noch geparkt. Wenn möglich zuerst abschließen.',
  'close.final': 'Ist das die Zählung? Mit dem Abschluss steht sie fest.',
  'close.countFirst': 'Zählen Sie erst die Lade; ist sie leer, tippen Sie 0.',
  'close.toBasket': 'Mit dem Korb weitermachen',
  'close.whyOff': 'Die Zählung steht. Sie weicht mehr ab, als in Ihrem Laden ohne ein Wort erlaubt ist.',
  'close.reason': 'Was ist passiert?',
  'close.withReason': 'Mit diesem Grund abschließen',
  'close.askApproval': 'Mit Genehmigung abschließen',
  'close.unsent_one': '{{count}} Eintrag dieses Geräts ist noch nicht gesendet. Er geht vor dem Abschluss.',
  'close.unsent_other':
    '{{count}} Einträge dieses Geräts sind noch nicht gesendet. Sie gehen vor dem Abschluss.',
  'close.unsentElsewhere_one':
    '{{till}} hatte {{count}} Eintrag noch nicht gesendet, zuletzt gehört {{time}}.',
  'close.unsentElsewhere_other':
    '{{till}} hatte {{count}} Einträge noch nicht gesendet, zuletzt gehört {{time}}.',
  'close.basketOpen':
    'Im Korb liegt noch Ware. Schließen Sie den Verkauf ab oder parken Sie ihn; dann schließen Sie die Kasse.',
  'layaway.for': 'Für {{name}}',
  'layaway.name': 'Name der Kundin oder des Kunden',
  'layaway.noName': 'Für wen? Namen eingeben oder Kunden zuordnen (F2).',
  'layaway.keptUntil': 'Zurückgelegt bis',
  'layaway.likely': 'Übliche Anzahlungen',
  'layaway.left': '{{amount}} zu zahlen bei Abholung',
  'layaway.wrong': 'Eine Anzahlung ist mehr als null und weniger als {{total}}.',
  'layaway.take': 'Anzahlung von {{amount}} nehmen',
  'layaway.find': 'Name oder Nummer eines Anzahlungsbelegs',
  'layaway.none': 'Nichts ist zurückgelegt',
  'layaway.noneFound': 'Unter „{{text}}“ wurde nichts zurückgelegt',
  'layaway.onlyHere': 'Das Netz ist weg: zu sehen ist nur, was an dieser Kasse zurückgelegt wurde.',
  'layaway.customer': 'Kunde',
  'layaway.until': 'bis {{date}}',
  'layaway.paid': '{{amount}} gezahlt',
  'layaway.state.COLLECTED': 'abgeholt {{when}} · {{receipt}}',
  'layaway.state.GIVEN_UP': 'zurückgezahlt {{when}} · {{receipt}}',
  'layaway.collect': 'Abholen · {{amount}} zu zahlen',
  'layaway.payIn': 'Weiter anzahlen',
  'layaway.payInWrong': 'Mehr als null und höchstens {{most}}.',
  'layaway.giveBack': 'Anzahlung zurückgeben',
  'layaway.doGiveBack': '{{amount}} zurückgeben',
  'layaway.reason': 'Warum?',
  'layaway.reason.CHANGED_MIND': 'Der Kunde will sie nicht mehr',
  'layaway.reason.NOT_AVAILABLE': 'Die Ware ist nicht da',
  'layaway.reason.NOT_COLLECTED': 'Nicht rechtzeitig abgeholt',
  'layaway.reason.OTHER': 'Ein anderer Grund',
  'notice.nothing-to-set-aside': 'Zuerst scannen, was zurückgelegt werden soll; Retouren gehen nicht.',
  'notice.deposit-too-much': 'Die Anzahlung muss unter dem Warenwert liegen. Sonst einfach bezahlen.',
  'notice.layaway-closed':
    'Von dieser Anzahlung ist nichts übrig: Die Ware wurde abgeholt oder das Geld zurückgegeben ({{reason}}).',
  'notice.layaway-unreachable':
    'Das Netz ist weg: Was an einer anderen Kasse zurückgelegt wurde, ist nicht zu erreichen.',
};
