// What the window may load (checklist items 7 and 18): only what is in the table, letter for letter.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressTable, contentSecurityPolicy, fileOfAddress, withNonce } from '#main/app-url.ts'

const files = ['index.html', 'assets/main-D2f.js', 'assets/main-D2f.css', 'sounds/ok.wav']
const table = addressTable(files)

describe('fileOfAddress', () => {
  it('finds every file under its own address, and the start page with any fragment', () => {
    expect(files.map((file) => fileOfAddress(table, `app://shop/${file}`))).toEqual(files)
    expect(fileOfAddress(table, 'app://shop/index.html#/orders/1?x=2')).toBe('index.html')
  })

  it.each([
    'app://shop/',
    'app://shop/index.html?x',
    'app://shop/INDEX.HTML',
    'app://shop//index.html',
    'app://shop/./index.html',
    'app://shop/assets/../index.html',
    'app://shop/assets/%2e%2e/index.html',
    'app://shop/..%2f..%2fetc/passwd',
    'app://shop/..\\..\\windows\\win.ini',
    'app://shop/%5c%5cserver%5cshare',
    'app://shop//server/share/x',
    'app://shop/index.html%00.js',
    'app://shop/index.html\0',
    'app://shop/index%2ehtml',
    'app://shop/C:/Windows/win.ini',
    'app://other/index.html',
    'app://shop.evil/index.html',
    'app://shop@evil/index.html',
    'app://shop:80/index.html',
    'app:index.html',
    'file:///etc/passwd',
    'https://shop/index.html',
    '',
  ])('knows nothing of %j', (address) => {
    expect(fileOfAddress(table, address)).toBeUndefined()
  })

  it('10 000 twisted addresses lead to a file of the table or nowhere', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        '%2e',
        '%2E%2e',
        '%2f',
        '%5c',
        '%00',
        '\0',
        ':',
        '//',
        '@',
        '?',
        ';',
        '~',
        '%c0%ae',
      ),
      fc.constantFrom(
        'etc',
        'passwd',
        'C:',
        'index.html',
        'assets',
        'main-D2f.js',
        '\\\\server\\share',
        'CON',
        '__proto__',
      ),
      fc.string({ maxLength: 6 }),
    )
    const address = fc
      .tuple(
        fc.constantFrom('app://shop/', 'app://shop', 'app:', 'file:///', 'app://shop/assets/'),
        fc.array(piece, { maxLength: 8 }),
      )
      .map(([start, pieces]) => start + pieces.join(''))
    fc.assert(
      fc.property(address, (one) => {
        const found = fileOfAddress(table, one)
        return found === undefined || one.split('#', 1)[0] === `app://shop/${found}`
      }),
      { numRuns: 10_000 },
    )
  })

  it('does not serve files whose names would need decoding', () => {
    expect([...addressTable(['a b.js', '图.png', 'ok.js', 'x%2e.js']).values()]).toEqual(['ok.js'])
  })
})

describe('the page', () => {
  it('carries the policy of the checklist', () => {
    expect(contentSecurityPolicy('N')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; font-src 'self'; img-src 'self' blob: data:; " +
        "media-src 'self' blob:; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; " +
        "form-action 'none'; require-trusted-types-for 'script'",
    )
  })

  it('says its nonce where the window looks for it', () => {
    expect(withNonce('<html><head lang="x"><title>a</title></head></html>', 'N').replace(/\s+</g, '<')).toBe(
      '<html><head lang="x"><meta name="csp-nonce" content="N"><title>a</title></head></html>',
    )
  })
})
