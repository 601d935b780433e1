import type { Shown } from './shown';

const CHANNEL = 'tillstream-customer-display';
const WINDOW = 'tillstream-customer-display';

type Message = { readonly type: 'shown'; readonly shown: Shown } | { readonly type: 'ask' };

/** Opens the customer's window, or brings it to the front; the cashier moves it to the other screen once. */
export function openDisplay(): void {
  window.open('/display', WINDOW, 'popup,width=1024,height=768');
}

/** The till's end: tells every customer window of this device what to show, also those that open later. */
export class DisplaySender {
  private readonly channel = new BroadcastChannel(CHANNEL);
  private latest: Shown | null = null;

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.type === 'ask' && this.latest) this.show(this.latest);
    };
  }

  show(shown: Shown): void {
    this.latest = shown;
    this.channel.postMessage({ type: 'shown', shown } satisfies Message);
  }

  close(): void {
    this.channel.close();
  }
}

/** The customer's end. */
export function watchTill(show: (shown: Shown) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'shown') show(data.shown);
  };
  channel.postMessage({ type: 'ask' } satisfies Message);
  return () => channel.close();
}
