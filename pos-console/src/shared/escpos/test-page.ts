import { encode } from './code-pages';
import { Commands } from './commands';
import type { Paper } from './paper';

/** Shows whether width, letters, picture of a code and knife are right. */
export function testPage({ columns, millimetres }: Paper, place: string): Uint8Array<ArrayBuffer> {
  const commands = new Commands();
  commands.begin();
  const line = (text: string) => {
    const encoded = encode(text);
    if (!encoded) return;
    commands.page(encoded.page);
    commands.line(encoded.bytes);
  };
  commands.align('centre');
  commands.size(1, 2);
  line(place);
  commands.size(1, 1);
  line(`${millimetres} mm`);
  commands.align('start');
  line('0123456789'.repeat(5).slice(0, columns));
  line('ÄÖÜäöüß éèêçñ € £ ×');
  line('АБВГД абвгд');
  commands.align('centre');
  commands.qr(place, 6);
  commands.cut();
  return commands.done();
}
