import type { LaterWords } from './en-later';

export const esLater: LaterWords = {
  'return.part': '{{have}} de {{of}} códigos leídos. Escanee también los otros códigos de este ticket.',
  'return.code.damaged':
    'Este código no se pudo leer entero. Escanéelo otra vez o escriba el número del ticket.',
  'return.code.newer':
    'Una caja más nueva imprimió este código. Escriba el número del ticket o actualice esta caja.',
  'return.code.forged':
    'Nuestra caja no firmó lo que dice este código. No acepte nada con él; pregunte a un encargado.',
  'return.code.other-store': 'Este ticket es de otra tienda. Acepte la devolución allí, o sin ticket.',
  'return.fromPaper.signed':
    'La venta se muestra como dice su ticket; la firma es correcta. No se pudo preguntar por ella ni a esta caja ni al servidor.',
  'return.fromPaper.unchecked':
    'La venta se muestra como dice su ticket. Esta caja no pudo comprobar si una de las nuestras lo firmó.',
  'before.title': 'Este dispositivo ocupa el lugar del dispositivo n.º {{epoch}}',
  'before.help': 'Puede que aquel guarde ventas que nunca se enviaron. ¿Qué queda de él?',
  'before.works': 'Todavía funciona',
  'before.worksHelp':
    'Enciéndalo donde haya red e inicie sesión en él. Ya no vende nada y envía solo lo que guarda.',
  'before.file': 'Un archivo que guardó',
  'before.fileHelp': 'El archivo se llama «unsent-….jsonl». Quien dirige el turno lo introduce.',
  'before.receipts': 'Solo sus tickets',
  'before.receiptsHelp':
    'El código de cada ticket lleva la venta. Guarde los tickets que traigan los clientes; quien dirige el turno los introduce.',
  'before.nothing': 'Nada, o todo estaba enviado',
  'before.nothingHelp':
    'Entonces no hay nada que hacer. Si aparece un ticket suyo, todavía se puede introducir.',
  'before.bringIn': 'Introducirlo ahora',
  'before.askLead': 'Pregunte a un jefe de turno o encargado: está en Dispositivos.',
  'before.done': 'Entendido',
  'edge.address': 'Store edge: dirección del repetidor de esta tienda',
  'edge.addressHelp':
    'Opcional. Así las cajas de esta tienda ven sus ventas aparcadas mientras no se llega al servidor.',
  'edge.away':
    'Nada responde en esta dirección. Compruebe que el repetidor funciona y que este dispositivo puede llegar a él.',
  'edge.noKey':
    'Este dispositivo aún no tiene la clave de su tienda. El servidor se la da en cuanto llegue a él.',
  'edge.ready': 'El repetidor responde.',
  'edge.parked': 'No se llega al servidor: se ve lo que han aparcado las cajas de esta tienda.',
  'edge.tills': 'Las otras cajas de esta tienda',
  'edge.since': 'abierta desde {{time}}, {{by}}',
  'edge.closed': 'ningún cajón abierto',
  'edge.sales': '{{sales}} vendidas, {{waiting}} por enviar',
  'edge.heard': 'a las {{time}}',
  'close.title': 'Cerrar {{till}}',
  'close.help': 'Cuente primero el cajón. Después se muestra lo que debería haber.',
  'close.count': 'Ya está contado',
  'close.recount': 'Contar de nuevo',
  'close.action': 'Cerrar la caja',
  'close.parked_one': 'Aún queda {{count}} venta aparcada aquí. Si puede, termínela antes.',
  'close.parked_other': 'Aún quedan {{count}} ventas aparcadas aquí. Si puede, termínelas antes.',
  'close.final': '¿Es este el recuento? Una vez cerrada la caja, ya no cambia.',
  'close.countFirst': 'Cuente primero el cajón; escriba 0 si está vacío.',
  'close.toBasket': 'Seguir con la cesta',
  'close.whyOff':
    'El recuento queda. Se aparta de lo previsto más de lo que su tienda permite sin explicación.',
  'close.reason': '¿Qué ha pasado?',
  'close.withReason': 'Cerrar con este motivo',
  'close.askApproval': 'Cerrar con autorización',
  'close.unsent_one': '{{count}} apunte de este dispositivo aún no se ha enviado. Sale antes del cierre.',
  'close.unsent_other':
    '{{count}} apuntes de este dispositivo aún no se han enviado. Salen antes del cierre.',
  'close.unsentElsewhere_one':
    '{{till}} tenía {{count}} apunte sin enviar la última vez que se supo de ella, el {{time}}.',
  'close.unsentElsewhere_other':
    '{{till}} tenía {{count}} apuntes sin enviar la última vez que se supo de ella, el {{time}}.',
  'close.basketOpen': 'La cesta aún tiene artículos. Termine la venta o apárquela; después cierre la caja.',
  'layaway.for': 'Para {{name}}',
  'layaway.name': 'Nombre del cliente',
  'layaway.noName': '¿Para quién? Escriba un nombre o asocie un cliente (F2).',
  'layaway.keptUntil': 'Se guarda hasta',
  'layaway.likely': 'Anticipos habituales',
  'layaway.left': '{{amount}} a pagar al recoger',
  'layaway.wrong': 'Un anticipo es mayor que cero y menor que {{total}}.',
  'layaway.take': 'Tomar anticipo de {{amount}}',
  'layaway.find': 'Nombre o número de un recibo de anticipo',
  'layaway.none': 'No hay nada apartado',
  'layaway.noneFound': 'No se apartó nada con «{{text}}»',
  'layaway.onlyHere': 'No hay red: solo se ve lo que se apartó en esta caja.',
  'layaway.customer': 'Cliente',
  'layaway.until': 'hasta el {{date}}',
  'layaway.paid': '{{amount}} pagado',
  'layaway.state.COLLECTED': 'recogido {{when}} · {{receipt}}',
  'layaway.state.GIVEN_UP': 'devuelto {{when}} · {{receipt}}',
  'layaway.collect': 'Recoger · {{amount}} a pagar',
  'layaway.payIn': 'Pagar otro anticipo',
  'layaway.payInWrong': 'Más de cero y como mucho {{most}}.',
  'layaway.giveBack': 'Devolver el anticipo',
  'layaway.doGiveBack': 'Devolver {{amount}}',
  'layaway.reason': '¿Por qué?',
  'layaway.reason.CHANGED_MIND': 'El cliente ya no los quiere',
  'layaway.reason.NOT_AVAILABLE': 'Los artículos no están disponibles',
  'layaway.reason.NOT_COLLECTED': 'No recogidos a tiempo',
  'layaway.reason.OTHER': 'Otro motivo',
  'notice.nothing-to-set-aside': 'Escanee primero lo que se aparta; las devoluciones no se apartan.',
  'notice.deposit-too-much': 'El anticipo debe ser menor que el precio. Si no, cóbrelos.',
  'notice.layaway-closed':
    'No queda nada de este anticipo: se recogieron los artículos o se devolvió ({{reason}}).',
  'notice.layaway-unreachable': 'No hay red: no se puede consultar lo apartado en otra caja.',
};
