import type { AuditWords } from './en';

export const deAudit: AuditWords = {
  'audit.title': 'Journale',
  'audit.help':
    'Jede Kasse unterschreibt, was sie tut, Eintrag für Eintrag. Hier prüft dieser Browser selbst jede Unterschrift und jede Verkettung; das System händigt nur die Einträge aus.',
  'audit.store': 'Filiale',
  'audit.kept': 'Tageswurzel, die Sie aufbewahrt haben',
  'audit.keptHelp':
    '64 Stellen aus Ihren eigenen Unterlagen. Die Prüfung beweist dann, dass davor nichts geändert wurde, auch nicht von jemandem, der Datenbank und Schlüssel hat.',
  'audit.keptWrong': 'Eine Tageswurzel hat 64 Stellen, 0 bis 9 und a bis f; das sind {{count}}.',
  'audit.file': 'Datei prüfen',
  'audit.fileHelp':
    'Ein Export, den jemand gebracht hat, oder mehrere, die zusammengehören. Braucht kein Netz, und nichts verlässt dieses Gerät.',
  'audit.choose': 'Dateien wählen oder hierher ziehen',
  'audit.offline': 'Ohne Netz können nur Dateien geprüft werden.',
  'audit.journals': 'Journale von {{store}}',
  'audit.none': 'Noch kein Gerät dieser Filiale hat etwas unterschrieben',
  'audit.noneHelp': 'Ihre Journale erscheinen hier, sobald eine Kasse eingerichtet ist und verkauft.',
  'audit.device': 'Gerät',
  'audit.deviceOf': '{{till}}, Gerät Nr. {{epoch}}',
  'audit.entries': 'Einträge',
  'audit.completeTo': 'Vollständig bis',
  'audit.lastEntry': 'Letzter Eintrag',
  'audit.arrived': 'Beim Eintreffen',
  'audit.arrivedWhole': 'alles da',
  'audit.waitingFor': 'wartet auf {{numbers}}',
  'audit.findings_one': '{{count}} Fund',
  'audit.findings_other': '{{count}} Funde',
  'audit.checked': 'Hier zuletzt geprüft',
  'audit.checkedNever': 'nie',
  'audit.checkedWhole': 'heil, {{when}}',
  'audit.checkedFlaws_one': '{{count}} Mangel, {{when}}',
  'audit.checkedFlaws_other': '{{count}} Mängel, {{when}}',
  'audit.check': 'Prüfen',
  'audit.checkOf': '{{till}}, Gerät Nr. {{epoch}} prüfen',
  'audit.checkAll': 'Alle prüfen',
  'audit.save': 'Alles als Datei sichern',
  'audit.saving': 'Wird gesichert …',
  'audit.saved': 'Gesichert als {{name}}.',
  'audit.running': '{{what}}: {{done}} Einträge geprüft',
  'audit.runningOf': '{{what}}: {{done}} von {{total}} Einträgen geprüft',
  'audit.stop': 'Anhalten',
  'audit.stopped': 'Nach {{done}} Einträgen angehalten. Bewiesen ist nichts.',
  'audit.allJournals': 'alle Journale',
  'audit.whole_one': '{{entries}} Eintrag geprüft: er ist, wie ihn sein Gerät hinterließ.',
  'audit.whole_other': '{{entries}} Einträge geprüft: alle sind, wie die Geräte sie hinterließen.',
  'audit.nothing': 'Es gab keinen Eintrag zu prüfen.',
  'audit.broken_one':
    '{{entries}} Einträge geprüft: {{count}} Sache ist nicht, wie die Geräte sie hinterließen.',
  'audit.broken_other':
    '{{entries}} Einträge geprüft: {{count}} Sachen sind nicht, wie die Geräte sie hinterließen.',
  'audit.seconds': 'Das dauerte {{seconds}} s.',
  'audit.first': 'Das sind die ersten {{count}}.',
  'audit.rootsSeen_one': '{{count}} Tageswurzel von {{store}} stimmt; die letzte ist Nr. {{number}}.',
  'audit.rootsSeen_other': '{{count}} Tageswurzeln von {{store}} stimmen; die letzte ist Nr. {{number}}.',
  'audit.rootsNone': 'Eine Tageswurzel gab es nicht: was am Ende fehlt, fiele nicht auf.',
  'audit.afterRoot_one':
    '{{till}}, Gerät Nr. {{epoch}}: {{count}} Eintrag ist neuer als die letzte Tageswurzel; ihn beweist nur die eigene Unterschrift.',
  'audit.afterRoot_other':
    '{{till}}, Gerät Nr. {{epoch}}: {{count}} Einträge sind neuer als die letzte Tageswurzel; sie beweist nur die eigene Unterschrift.',
  'audit.afterSuccessor_one':
    '{{till}}, Gerät Nr. {{epoch}}: {{count}} Eintrag kam, als schon das nächste Gerät an seiner Stelle war.',
  'audit.afterSuccessor_other':
    '{{till}}, Gerät Nr. {{epoch}}: {{count}} Einträge kamen, als schon das nächste Gerät an seiner Stelle war.',
  'audit.failed.not-an-export':
    'Das ist keine Datei, die Tillstream ausgegeben hat. Bitten Sie um einen neuen Export der Journale.',
  'audit.failed.no-cryptography':
    'Auf dieser Seite prüft der Browser keine Unterschriften. Öffnen Sie die Konsole mit https und versuchen Sie es noch einmal.',
  'audit.failed.other':
    'Die Prüfung brach ab. Versuchen Sie es noch einmal; bricht sie wieder ab, prüfen Sie eine gesicherte Datei.',
  'audit.roots': 'Tageswurzeln',
  'audit.rootsHelp':
    'Nach jedem Geschäftstag eine Zahl über alle Journale der Filiale. Kopieren Sie sie dorthin, wo niemand aus dem Geschäft schreiben kann: später beweist sie, dass davor nichts geändert wurde.',
  'audit.rootsEmpty': 'Noch keine Tageswurzel',
  'audit.rootsEmptyHelp':
    'Die erste entsteht, wenn ein Geschäftstag mit unterschriebenen Einträgen vorbei ist.',
  'audit.date': 'Geschäftstag',
  'audit.number': 'Nr.',
  'audit.root': 'Wurzel',
  'audit.madeAt': 'gebildet {{when}}',
  'audit.copy': 'Wurzel vom {{date}} kopieren',
  'audit.copied': 'Wurzel vom {{date}} kopiert.',
  'audit.more': 'Ältere zeigen',
  'audit.flaw.NOT_READABLE': 'Zeile {{number}} ist kein Eintrag eines Journals.',
  'audit.flaw.CHANGED':
    'Eintrag {{number}} wurde geändert: so hat ihn das Gerät nicht unterschrieben, und Eintrag {{next}} folgt einem anderen Text.',
  'audit.flaw.SIGNED_ANEW':
    'Eintrag {{number}} wurde mit einem anderen Schlüssel unterschrieben; sein Text ist der, dem Eintrag {{next}} folgt.',
  'audit.flaw.NOT_SIGNED':
    'Eintrag {{number}} hat das Gerät nicht unterschrieben: er wurde geändert oder mit einem anderen Schlüssel unterschrieben.',
  'audit.flaw.REPLACED':
    'Eintrag {{number}} ist unterschrieben, aber Eintrag {{next}} folgt einem anderen Text: einen von beiden hat jemand ersetzt, der den Schlüssel hat.',
  'audit.flaw.NOT_CANONICAL': 'Eintrag {{number}} steht nicht in der einen Form, die Einträge haben.',
  'audit.flaw.OF_ANOTHER': 'Eintrag {{number}} sagt {{field}} „{{said}}“, wo „{{expected}}“ hingehört.',
  'audit.flaw.MISSING': 'Eintrag {{number}} fehlt.',
  'audit.flaw.MISSING_MANY': 'Die Einträge {{number}} bis {{until}} fehlen.',
  'audit.flaw.missingBy': 'Gerät Nr. {{by}} folgte Eintrag {{until}}.',
  'audit.flaw.missingDay': 'Die Tageswurzel vom {{day}} hält Eintrag {{until}}.',
  'audit.flaw.missingAt': 'Eintrag {{until}} war da, als dieser Browser am {{at}} prüfte.',
  'audit.flaw.MOVED':
    'Eintrag {{number}} steht hinter Eintrag {{behind}}: er wurde vertauscht oder verschoben.',
  'audit.flaw.PUT_IN': 'Ein zweiter Eintrag {{number}} steht hinter Eintrag {{behind}}: er wurde eingefügt.',
  'audit.flaw.BEGINS_ELSEWHERE':
    'Eintrag 1 folgt nicht dem, was dem Gerät bei seiner Einrichtung genannt wurde.',
  'audit.flaw.NOT_AS_FOLLOWED': 'Eintrag {{number}} ist nicht der, dem Gerät Nr. {{by}} folgte.',
  'audit.flaw.NOT_AS_IN_ROOT': 'Eintrag {{number}} ist nicht der, den die Tageswurzel vom {{day}} hält.',
  'audit.flaw.OTHER_KEY': 'Das Gerät hat einen anderen Schlüssel als in der Tageswurzel vom {{day}}.',
  'audit.flaw.JOURNAL_MISSING':
    'Das Journal des Geräts {{device}} fehlt; die Tageswurzel vom {{day}} hält seinen Eintrag {{number}}.',
  'audit.flaw.ROOT_NOT_READABLE': 'Zeile {{number}} ist keine Tageswurzel dieser Filiale.',
  'audit.flaw.ROOT_BROKEN':
    'Tageswurzel {{number}} folgt nicht der Tageswurzel {{before}}, wie sie hier steht: eine von beiden wurde geändert.',
  'audit.flaw.ROOT_MISSING': 'Tageswurzel {{number}} fehlt.',
  'audit.flaw.ROOT_MISSING_MANY': 'Die Tageswurzeln {{number}} bis {{until}} fehlen.',
  'audit.flaw.ROOT_FORGETS':
    'Tageswurzel {{number}} hält von Gerät {{device}} weniger oder ein anderes Journal als die davor, die Eintrag {{held}} hielt.',
  'audit.flaw.KEPT_ROOT_MISSING':
    'Die Tageswurzel {{hash}}, von Ihnen aufbewahrt oder von diesem Browser schon gesehen, ist nicht da: was davor liegt, wurde geändert oder entfernt.',
  'audit.flaw.NOT_AS_LAST_TIME':
    'Eintrag {{number}} ist nicht der, der hier stand, als dieser Browser am {{at}} prüfte.',
  'audit.ofJournal': '{{till}}, Gerät Nr. {{epoch}}',
  'audit.ofRoots': 'Tageswurzeln von {{store}}',
};
