import type { SyncWords } from './en';

export const esSync: SyncWords = {
  'sync.empty': 'Todo está enviado',
  'sync.emptyHelp': 'Cada venta se guarda aquí hasta que el servidor la confirma.',
  'sync.sale': 'Venta {{receipt}}',
  'sync.opening': 'Apertura de caja',
  'sync.closing': 'Cierre de caja',
  'sync.state.queued': 'En espera',
  'sync.state.sending': 'Enviando',
  'sync.state.accepted': 'Enviado',
  'sync.state.rejected': 'Rechazado',
  'sync.tries_one': '{{count}} intento',
  'sync.tries_other': '{{count}} intentos',
  'sync.again': 'Volver a enviar',
  'sync.state.stuck': 'Retenido',
  'sync.stuckHelp':
    'El servidor falla con este envío. Los demás lo adelantan cuando pueden; solo espera lo que depende de él: sus artículos devueltos y el cierre de su caja. Se vuelve a intentar solo, la próxima vez a las {{time}}. Muéstreselo a su encargado/a.',
  'sync.goOn': 'Seguir sin él',
  'sync.goOnSure':
    'Lo que lo espera se enviará sin él: un cierre no lo cuenta, y su encargado/a recibe un aviso cuando llegue más tarde. Queda aquí como rechazado hasta que alguien lo envíe de nuevo.',
  'sync.goOnYes': 'Sí, seguir sin él',
  'sync.goOnNo': 'Seguir esperando',
  'sync.refusedHelp': 'El servidor lo ha rechazado. Queda en este dispositivo; muéstreselo a su encargado/a.',
  'sync.recent': 'Enviado hace poco',
  'sync.cash-movement': 'Movimiento de efectivo',
  'sync.hand-over': 'Entrega del cajón',
  'sync.void': 'Cesta anulada',
  'sync.state.odd': 'Enviado, con una observación',
  'sync.thisTill': 'Esta caja: {{till}}',
  'sync.otherTill': 'Caja {{till}}, usada aquí antes',
  'sync.count.waiting': 'En espera',
  'sync.count.since': 'Lo más antiguo desde',
  'sync.count.rejected': 'Rechazado',
  'sync.count.journal': 'Asientos firmados por enviar',
  'sync.count.odd': 'Asientos firmados con una observación',
  'sync.offlineHelp': 'No hay red. Todo se guarda aquí y se envía solo en cuanto la haya.',
  'sync.endedHelp': 'Alguien tiene que volver a iniciar sesión para poder enviarlo.',
  'sync.noAnswer': 'El servidor no ha respondido. Se vuelve a intentar solo.',
  'sync.trouble': 'El servidor no puede aceptarlo por ahora: {{problem}} Se vuelve a intentar solo.',
  'sync.now': 'Intentar ahora',
  'sync.refusedList': 'Rechazado por el servidor',
  'sync.waitingList': 'En espera, en este orden',
  'sync.more': 'y {{n}} más',
  'sync.export': 'Guardar en un archivo lo que no se ha enviado',
  'sync.exportHelp':
    'Una copia por si este dispositivo falla antes de enviarlo. Se sigue enviando desde aquí. Un encargado la introduce en la página «Dispositivos».',
  'sync.exported': 'Guardado como {{name}}.',
  'sync.oddHelp': 'El servidor anotó sobre esta venta:',
  'storage.title': 'Memoria de este dispositivo',
  'storage.startsOffline': 'La caja está en este dispositivo: también arranca sin red.',
  'storage.notYetOffline':
    'La caja aún no está completa en este dispositivo. Déjelo conectado un momento antes de que tenga que funcionar sin red.',
  'storage.kept': 'Protegida: el navegador no la borra por sí solo.',
  'storage.notKept':
    'El navegador puede borrarla cuando el disco esté lleno. Instale la aplicación o pida protección.',
  'storage.unknown': 'Este navegador no dice si puede borrarla.',
  'storage.ask': 'Pedir protección',
  'storage.used': '{{used}} usados de {{quota}}',
  'storage.limits':
    'Lo enviado se queda para devoluciones y tickets: {{days}} días, o {{tight}} cuando falta espacio. Lo no enviado no se borra nunca.',
  'storage.low':
    'A este dispositivo le queda poco espacio. Libere pronto. No se borra nada que no se haya enviado.',
  'storage.full':
    'Este dispositivo no tiene más espacio: lo último que hizo puede no haberse guardado. Libere espacio y hágalo de nuevo. Lo guardado antes sigue aquí.',
  'signout.refused':
    'Todavía no: {{n}} asientos de este dispositivo no se han enviado, y hace falta alguien con la sesión iniciada. Para dejar la caja, bloquéela (F12).',
  'signout.ready': 'Todo está enviado. Ya puede cerrar la sesión.',
};
