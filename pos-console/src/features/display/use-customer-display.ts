import { useEffect, useRef } from 'react';
import { useTill } from '@/features/till/till-context';
import { DisplaySender } from './display-channel';
import { shownOf } from './shown';

/** Keeps the customer's window, if there is one, at what the till shows. */
export function useCustomerDisplay(): void {
  const { state, device } = useTill();
  const sender = useRef<DisplaySender | null>(null);
  useEffect(() => {
    const opened = new DisplaySender();
    sender.current = opened;
    return () => opened.close();
  }, []);
  useEffect(() => sender.current?.show(shownOf(state, device.store)), [state, device.store]);
}
