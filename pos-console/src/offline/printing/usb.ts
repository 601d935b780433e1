import { DRAWER_KICK } from '@/shared/escpos/commands';
import { directConnection } from './direct';

const PRINTER_CLASS = 7;

export const hasUsb = () => 'usb' in navigator;

/** Lets the person choose a printer at this device's USB ports; the browser remembers the choice. */
export async function chooseUsb(): Promise<void> {
  await navigator.usb.requestDevice({ filters: [{ classCode: PRINTER_CLASS }] });
}

export const usbConnection = () => directConnection(openPrinter, DRAWER_KICK);

async function openPrinter() {
  const device = (await navigator.usb.getDevices())[0];
  if (!device) return null;
  if (!device.opened) await device.open();
  if (!device.configuration) await device.selectConfiguration(1);
  for (const { interfaceNumber, claimed, alternates } of device.configuration?.interfaces ?? []) {
    const out = alternates
      .find(({ interfaceClass }) => interfaceClass === PRINTER_CLASS)
      ?.endpoints.find(({ direction, type }) => direction === 'out' && type === 'bulk');
    if (!out) continue;
    if (!claimed) await device.claimInterface(interfaceNumber);
    return async (bytes: Uint8Array<ArrayBuffer>) => {
      const { status } = await device.transferOut(out.endpointNumber, bytes);
      if (status !== 'ok') throw new Error(`the printer answered ${status}`);
    };
  }
  return null;
}
