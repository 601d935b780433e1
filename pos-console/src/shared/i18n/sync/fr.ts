import type { SyncWords } from './en';

export const frSync: SyncWords = {
  'sync.empty': 'Tout est envoyé',
  'sync.emptyHelp': 'Chaque vente est gardée ici jusqu’à ce que le serveur l’ait confirmée.',
  'sync.sale': 'Vente {{receipt}}',
  'sync.opening': 'Caisse ouverte',
  'sync.closing': 'Caisse fermée',
  'sync.state.queued': 'À envoyer',
  'sync.state.sending': 'Envoi en cours',
  'sync.state.accepted': 'Envoyé',
  'sync.state.rejected': 'Refusé',
  'sync.tries_one': '{{count}} essai',
  'sync.tries_other': '{{count}} essais',
  'sync.again': 'Renvoyer',
  'sync.state.stuck': 'Retenu',
  'sync.stuckHelp':
    'Le serveur échoue sur cet envoi. Les autres passent devant quand ils le peuvent ; seul ce qui en dépend attend : ses articles rendus et la clôture de sa caisse. Un nouvel essai se fait tout seul, le prochain à {{time}}. Montrez-le à votre responsable.',
  'sync.goOn': 'Continuer sans lui',
  'sync.goOnSure':
    'Ce qui l’attend sera envoyé sans lui : une clôture ne le compte pas, et votre responsable reçoit une note quand il arrive plus tard. Il reste ici comme refusé jusqu’à ce que quelqu’un le renvoie.',
  'sync.goOnYes': 'Oui, continuer sans lui',
  'sync.goOnNo': 'Attendre encore',
  'sync.refusedHelp': 'Le serveur l’a refusé. Cela reste sur cet appareil ; montrez-le à votre responsable.',
  'sync.recent': 'Derniers envois',
  'sync.cash-movement': 'Mouvement d’espèces',
  'sync.hand-over': 'Passation du tiroir',
  'sync.void': 'Panier annulé',
  'sync.state.odd': 'Envoyé, avec une remarque',
  'sync.thisTill': 'Cette caisse : {{till}}',
  'sync.otherTill': 'Caisse {{till}}, utilisée ici auparavant',
  'sync.count.waiting': 'À envoyer',
  'sync.count.since': 'Le plus ancien depuis',
  'sync.count.rejected': 'Refusé',
  'sync.count.journal': 'Écritures signées à envoyer',
  'sync.count.odd': 'Écritures signées avec une remarque',
  'sync.offlineHelp':
    'Il n’y a pas de réseau. Tout est gardé ici et partira de lui-même dès qu’il reviendra.',
  'sync.endedHelp': 'Quelqu’un doit se reconnecter avant l’envoi.',
  'sync.noAnswer': 'Le serveur n’a pas répondu. Un nouvel essai se fera de lui-même.',
  'sync.trouble':
    'Le serveur ne peut pas le prendre pour l’instant : {{problem}} Un nouvel essai se fera de lui-même.',
  'sync.now': 'Essayer maintenant',
  'sync.refusedList': 'Refusé par le serveur',
  'sync.waitingList': 'À envoyer, dans cet ordre',
  'sync.more': 'et {{n}} de plus',
  'sync.export': 'Enregistrer dans un fichier ce qui reste à envoyer',
  'sync.exportHelp':
    'Une copie, au cas où cet appareil tomberait en panne avant l’envoi. L’envoi continue d’ici. Un responsable la reprend sur la page « Appareils ».',
  'sync.exported': 'Enregistré sous {{name}}.',
  'sync.oddHelp': 'Le serveur a noté à propos de cette vente :',
  'storage.title': 'Mémoire de cet appareil',
  'storage.startsOffline': 'La caisse est sur cet appareil : elle démarre aussi sans réseau.',
  'storage.notYetOffline':
    'La caisse n’est pas encore entièrement sur cet appareil. Laissez-le connecté un instant avant qu’il doive se passer de réseau.',
  'storage.kept': 'Protégée : le navigateur ne l’efface pas de lui-même.',
  'storage.notKept':
    'Le navigateur peut l’effacer quand le disque est plein. Installez l’application ou demandez la protection.',
  'storage.unknown': 'Ce navigateur ne dit pas s’il peut l’effacer.',
  'storage.ask': 'Demander la protection',
  'storage.used': '{{used}} utilisés sur {{quota}}',
  'storage.limits':
    'Ce qui est envoyé reste pour les retours et les tickets : {{days}} jours, ou {{tight}} quand la place manque. Ce qui n’est pas envoyé n’est jamais supprimé.',
  'storage.low':
    'La place manque bientôt sur cet appareil. Libérez-en sans tarder. Rien de ce qui n’est pas envoyé n’est supprimé.',
  'storage.full':
    'Cet appareil n’a plus de place : votre dernière action n’est peut-être pas gardée. Libérez de la place, puis recommencez. Ce qui était gardé avant est toujours là.',
  'signout.refused':
    'Pas encore : {{n}} écritures de cet appareil ne sont pas envoyées, et il faut quelqu’un de connecté pour cela. Pour quitter la caisse, verrouillez-la (F12).',
  'signout.ready': 'Tout est envoyé. Vous pouvez vous déconnecter.',
};
