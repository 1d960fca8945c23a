/** Live updates: `<turbo-stream-source>` listens by itself; a hidden tab stops listening, for a browser allows few streams a host. */

export function startLive(): void {
  let parked: { element: Element; parent: Element } | undefined;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      const element = document.querySelector('turbo-stream-source');
      if (!element?.parentElement) return;
      parked = { element, parent: element.parentElement };
      element.remove();
    } else if (parked) {
      if (parked.parent.isConnected && !document.querySelector('turbo-stream-source')) parked.parent.append(parked.element);
      parked = undefined;
    }
  });
}
