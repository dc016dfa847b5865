// antd makes its style elements while running. Under our content security policy they need the page's nonce,
// and Trusted Types let through only text that cannot become markup. Imported first, before React and antd.
import { z } from 'zod'
import { NONCE_META } from '#shared/contract/window.ts'

type TrustedTypes = {
  createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => unknown
}

/** The nonce of this load; empty where the page is served without a policy. */
export const pageNonce: string =
  document.querySelector<HTMLMetaElement>(`meta[name="${NONCE_META}"]`)?.content ?? ''

/** Style sheets hold no `<`; whatever does would be markup, which this window never makes from text. */
export const refuseMarkup = (text: string): string => {
  if (text.includes('<')) throw new TypeError('markup from text is refused')
  return text
}

const createElement = document.createElement.bind(document)
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = createElement(name, options)
  if (name.toLowerCase() === 'style' && pageNonce !== '') element.setAttribute('nonce', pageNonce)
  return element
}) as typeof document.createElement

const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes }
trustedTypes?.createPolicy('default', { createHTML: refuseMarkup })

// antd's growing text area writes the style of its measuring copy as an attribute, which the policy refuses,
// and misspells the one that keeps it out of the tab order.
const setAttribute = HTMLTextAreaElement.prototype.setAttribute
HTMLTextAreaElement.prototype.setAttribute = function (name, value) {
  if (name === 'style') this.style.cssText = value
  else setAttribute.call(this, name === 'tab-index' ? 'tabindex' : name, value)
}

// Compiling checks at run time needs eval, which the policy refuses. Set before the first schema is made.
z.config({ jitless: true })
