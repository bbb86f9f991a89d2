/**
 * `<copy-text text="…">`: shows its button and copies the text. The button has three labels: copy, copied, failed. A live region
 * announces the outcome; after three seconds the first label returns.
 */
class CopyText extends HTMLElement {
  #back = 0;

  connectedCallback(): void {
    const button = this.querySelector('button');
    // Without a secure context there is no clipboard.
    if (!button || !navigator.clipboard) return;
    const status = this.appendChild(document.createElement('span'));
    status.className = 'sr-only';
    status.role = 'status';
    button.hidden = false;
    button.onclick = async () => {
      const outcome = await navigator.clipboard.writeText(this.getAttribute('text') ?? '').then(
        () => 1,
        () => 2,
      );
      const show = (label: number) => {
        this.dataset['shown'] = String(label);
        status.textContent = label ? (button.children[label]?.textContent ?? '') : '';
      };
      show(outcome);
      clearTimeout(this.#back);
      this.#back = window.setTimeout(show, 3000, 0);
    };
  }
}

customElements.define('copy-text', CopyText);
