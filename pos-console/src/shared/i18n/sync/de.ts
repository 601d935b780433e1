import type { SyncWords } from './en';

export const deSync: SyncWords = {
  'sync.empty': 'Alles ist gesendet',
  'sync.emptyHelp': 'Jeder Verkauf bleibt hier, bis der Server ihn bestätigt hat.',
  'sync.sale': 'Verkauf {{receipt}}',
  'sync.opening': 'Kasse geöffnet',
  'sync.closing': 'Kasse geschlossen',
  'sync.state.queued': 'Wartet',
  'sync.state.sending': 'Wird gesendet',
  'sync.state.accepted': 'Gesendet',
  'sync.state.rejected': 'Abgelehnt',
  'sync.tries_one': '{{count}} Versuch',
  'sync.tries_other': '{{count}} Versuche',
  'sync.again': 'Noch einmal senden',
  'sync.state.stuck': 'Aufgehalten',
  'sync.stuckHelp':
    'Der Server scheitert daran. Anderes geht daran vorbei, wo es kann; nur was davon abhängt, wartet: Ware daraus, die zurückkommt, und der Abschluss seiner Kasse. Es wird von selbst erneut versucht, das nächste Mal um {{time}}. Bitte zeigen Sie es Ihrer Leitung.',
  'sync.goOn': 'Ohne das weitermachen',
  'sync.goOnSure':
    'Was darauf wartet, wird dann ohne das gesendet: Ein Abschluss zählt es nicht mit, und die Leitung bekommt einen Hinweis, wenn es später ankommt. Es bleibt hier als abgelehnt, bis jemand es erneut sendet.',
  'sync.goOnYes': 'Ja, ohne das weitermachen',
  'sync.goOnNo': 'Weiter warten',
  'sync.refusedHelp':
    'Der Server hat das abgelehnt. Es bleibt auf diesem Gerät; bitte zeigen Sie es Ihrer Leitung.',
  'sync.recent': 'Zuletzt gesendet',
  'sync.cash-movement': 'Bargeld bewegt',
  'sync.hand-over': 'Lade übergeben',
  'sync.void': 'Korb storniert',
  'sync.state.odd': 'Gesendet, mit Hinweis',
  'sync.thisTill': 'Diese Kasse: {{till}}',
  'sync.otherTill': 'Kasse {{till}}, hier früher benutzt',
  'sync.count.waiting': 'Wartet',
  'sync.count.since': 'Ältestes seit',
  'sync.count.rejected': 'Abgelehnt',
  'sync.count.journal': 'Signierte Einträge zu senden',
  'sync.count.odd': 'Signierte Einträge mit Hinweis',
  'sync.offlineHelp':
    'Es gibt kein Netz. Alles ist hier gespeichert und wird von selbst gesendet, sobald es eines gibt.',
  'sync.endedHelp': 'Jemand muss sich erneut anmelden, bevor das gesendet werden kann.',
  'sync.noAnswer': 'Der Server hat nicht geantwortet. Es wird von selbst erneut versucht.',
  'sync.trouble': 'Der Server kann es gerade nicht annehmen: {{problem}} Es wird von selbst erneut versucht.',
  'sync.now': 'Jetzt versuchen',
  'sync.refusedList': 'Vom Server abgelehnt',
  'sync.waitingList': 'Wartet, in dieser Reihenfolge',
  'sync.more': 'und {{n}} weitere',
  'sync.export': 'Ungesendetes als Datei sichern',
  'sync.exportHelp':
    'Eine Kopie für den Fall, dass dieses Gerät vor dem Senden ausfällt. Gesendet wird weiterhin von hier. Die Leitung holt sie auf der Seite „Geräte“ herein.',
  'sync.exported': 'Gesichert als {{name}}.',
  'sync.oddHelp': 'Der Server hat zu diesem Verkauf notiert:',
  'storage.title': 'Speicher dieses Geräts',
  'storage.startsOffline': 'Die Kasse liegt auf diesem Gerät: Sie startet auch ohne Netz.',
  'storage.notYetOffline':
    'Die Kasse liegt noch nicht ganz auf diesem Gerät. Lassen Sie es kurz verbunden, bevor es ohne Netz auskommen muss.',
  'storage.kept': 'Geschützt: Der Browser löscht ihn nicht von selbst.',
  'storage.notKept':
    'Der Browser darf ihn löschen, wenn der Datenträger voll ist. Installieren Sie die App oder bitten Sie um Schutz.',
  'storage.unknown': 'Dieser Browser sagt nicht, ob er ihn löschen darf.',
  'storage.ask': 'Um Schutz bitten',
  'storage.used': '{{used}} von {{quota}} belegt',
  'storage.limits':
    'Gesendetes bleibt für Rückgaben und Belege: {{days}} Tage, bei knappem Platz {{tight}}. Ungesendetes wird nie entfernt.',
  'storage.low':
    'Auf diesem Gerät wird der Platz knapp. Schaffen Sie bald welchen. Ungesendetes wird nicht entfernt.',
  'storage.full':
    'Dieses Gerät hat keinen Platz mehr: Was Sie zuletzt getan haben, ist vielleicht nicht gespeichert. Schaffen Sie Platz und tun Sie es noch einmal. Was vorher gespeichert war, ist noch da.',
  'signout.refused':
    'Noch nicht: {{n}} Einträge dieses Geräts sind nicht gesendet, und ohne Anmeldung geht das nicht. Um die Kasse zu verlassen, sperren Sie sie (F12).',
  'signout.ready': 'Alles ist gesendet. Sie können sich jetzt abmelden.',
};
