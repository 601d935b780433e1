import type { LaterWords } from './en-later';

export const frLater: LaterWords = {
  'return.part': '{{have}} codes lus sur {{of}}. Scannez aussi les autres codes de ce ticket.',
  'return.code.damaged':
    'Ce code n’a pas pu être lu en entier. Scannez-le encore, ou tapez le numéro du ticket.',
  'return.code.newer':
    'Une caisse plus récente a imprimé ce code. Tapez le numéro du ticket, ou mettez cette caisse à jour.',
  'return.code.forged':
    'Notre caisse n’a pas signé ce que dit ce code. Ne reprenez rien avec lui ; demandez à un responsable.',
  'return.code.other-store':
    'Ce ticket est d’un autre magasin. Reprenez les articles là-bas, ou sans ticket.',
  'return.fromPaper.signed':
    'La vente est montrée comme le dit son ticket ; la signature est juste. Ni cette caisse ni le serveur n’ont pu être interrogés.',
  'return.fromPaper.unchecked':
    'La vente est montrée comme le dit son ticket. Cette caisse n’a pas pu vérifier si l’une des nôtres l’a signée.',
  'before.title': 'Cet appareil remplace l’appareil n° {{epoch}}',
  'before.help': 'L’autre garde peut-être des ventes jamais envoyées. Qu’en reste-t-il ?',
  'before.works': 'Il fonctionne encore',
  'before.worksHelp':
    'Allumez-le là où il y a du réseau et connectez-vous dessus. Il ne vend plus rien et envoie de lui-même ce qu’il garde.',
  'before.file': 'Un fichier qu’il a enregistré',
  'before.fileHelp': 'Le fichier s’appelle « unsent-….jsonl ». La personne qui dirige l’équipe le reprend.',
  'before.receipts': 'Seulement ses tickets',
  'before.receiptsHelp':
    'Le code de chaque ticket porte la vente. Gardez les tickets que les clients rapportent ; la personne qui dirige l’équipe les reprend.',
  'before.nothing': 'Rien, ou tout était envoyé',
  'before.nothingHelp':
    'Alors il n’y a rien à faire. Si un de ses tickets réapparaît, il pourra encore être repris.',
  'before.bringIn': 'Reprendre maintenant',
  'before.askLead': 'Demandez à un chef d’équipe ou à un responsable : c’est sous Appareils.',
  'before.done': 'Compris',
  'edge.address': 'Store edge : adresse du relais dans ce magasin',
  'edge.addressHelp':
    'Facultatif. Les caisses de ce magasin voient ainsi leurs ventes en attente tant que le serveur est injoignable.',
  'edge.away':
    'Rien ne répond à cette adresse. Vérifiez que le relais fonctionne et que cet appareil peut l’atteindre.',
  'edge.noKey':
    'Cet appareil n’a pas encore la clé de son magasin. Le serveur la lui donne dès qu’il est joignable.',
  'edge.ready': 'Le relais répond.',
  'edge.parked': 'Le serveur est injoignable : voici ce que les caisses de ce magasin ont mis en attente.',
  'edge.tills': 'Les autres caisses de ce magasin',
  'edge.since': 'ouverte depuis {{time}}, {{by}}',
  'edge.closed': 'aucun tiroir ouvert',
  'edge.sales': '{{sales}} vendues, {{waiting}} à envoyer',
  'edge.heard': 'état de {{time}}',
  'close.title': 'Fermer {{till}}',
  'close.help': 'Comptez d’abord le tiroir. Ce qu’il devrait contenir s’affiche ensuite.',
  'close.count': 'Comptage fini',
  'close.recount': 'Recompter',
  'close.action': 'Fermer la caisse',
  'close.parked_one': '{{count}} vente est encore en attente ici. Terminez-la d’abord si possible.',
  'close.parked_other': '{{count}} ventes sont encore en attente ici. Terminez-les d’abord si possible.',
  'close.final': 'Est-ce le bon compte ? Une fois la caisse fermée, il est définitif.',
  'close.countFirst': 'Comptez d’abord le tiroir ; tapez 0 s’il est vide.',
  'close.toBasket': 'Continuer avec le panier',
  'close.whyOff': 'Le comptage est définitif. L’écart dépasse ce que votre magasin admet sans explication.',
  'close.reason': 'Que s’est-il passé ?',
  'close.withReason': 'Clôturer avec ce motif',
  'close.askApproval': 'Clôturer avec accord',
  'close.unsent_one':
    '{{count}} écriture de cet appareil n’est pas encore envoyée. Elle part avant la clôture.',
  'close.unsent_other':
    '{{count}} écritures de cet appareil ne sont pas encore envoyées. Elles partent avant la clôture.',
  'close.unsentElsewhere_one':
    '{{till}} avait {{count}} écriture non envoyée aux dernières nouvelles, {{time}}.',
  'close.unsentElsewhere_other':
    '{{till}} avait {{count}} écritures non envoyées aux dernières nouvelles, {{time}}.',
  'close.basketOpen':
    'Il reste des articles dans le panier. Terminez la vente ou mettez-la en attente ; fermez ensuite la caisse.',
  'layaway.for': 'Pour {{name}}',
  'layaway.name': 'Nom du client',
  'layaway.noName': 'Pour qui ? Saisissez un nom ou associez un client (F2).',
  'layaway.keptUntil': 'Gardé jusqu’au',
  'layaway.likely': 'Acomptes courants',
  'layaway.left': '{{amount}} à payer au retrait',
  'layaway.wrong': 'Un acompte est supérieur à zéro et inférieur à {{total}}.',
  'layaway.take': 'Prendre un acompte de {{amount}}',
  'layaway.find': 'Nom ou numéro d’un reçu d’acompte',
  'layaway.none': 'Rien n’est mis de côté',
  'layaway.noneFound': 'Rien n’a été mis de côté sous « {{text}} »',
  'layaway.onlyHere': 'Pas de réseau : seuls les articles mis de côté sur cette caisse sont affichés.',
  'layaway.customer': 'Client',
  'layaway.until': 'jusqu’au {{date}}',
  'layaway.paid': '{{amount}} payés',
  'layaway.state.COLLECTED': 'retiré {{when}} · {{receipt}}',
  'layaway.state.GIVEN_UP': 'remboursé {{when}} · {{receipt}}',
  'layaway.collect': 'Retirer · {{amount}} à payer',
  'layaway.payIn': 'Verser un acompte de plus',
  'layaway.payInWrong': 'Plus de zéro et au plus {{most}}.',
  'layaway.giveBack': 'Rendre l’acompte',
  'layaway.doGiveBack': 'Rendre {{amount}}',
  'layaway.reason': 'Pourquoi ?',
  'layaway.reason.CHANGED_MIND': 'Le client n’en veut plus',
  'layaway.reason.NOT_AVAILABLE': 'Les articles ne sont pas disponibles',
  'layaway.reason.NOT_COLLECTED': 'Pas retirés à temps',
  'layaway.reason.OTHER': 'Une autre raison',
  'notice.nothing-to-set-aside': 'Scannez d’abord ce qu’il faut mettre de côté ; pas de retours.',
  'notice.deposit-too-much': 'L’acompte doit être inférieur au prix des articles. Sinon, encaissez-les.',
  'notice.layaway-closed':
    'Il ne reste rien de cet acompte : les articles ont été retirés ou il a été rendu ({{reason}}).',
  'notice.layaway-unreachable':
    'Pas de réseau : impossible de consulter ce qui a été mis de côté sur une autre caisse.',
};
