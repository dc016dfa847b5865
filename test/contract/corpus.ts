// What people paste and what attackers send: values that no form of ours means.

const nested = (levels: number): unknown => {
  let value: unknown = 'x'
  for (let i = 0; i < levels; i += 1) value = i % 2 === 0 ? [value] : { a: value }
  return value
}

const cycle: Record<string, unknown> = {}
cycle['self'] = cycle

/** Texts, each a danger of its own somewhere: in SQL, HTML, JSON, a file system, a log, a spreadsheet. */
export const JUNK_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u202e\u2066倒过来',
  '\u200b\ufeff',
  '👩‍👩‍👧‍👦🇨🇳',
  '<img src=x onerror=globalThis.executed=1>',
  '"><script>globalThis.executed=1</script>',
  '${globalThis.executed=1}',
  '{{constructor.constructor("globalThis.executed=1")()}}',
  `'; drop table work_order; --`,
  `" or 1=1 --`,
  'NEAR(a b) AND "',
  '*^()-:"',
  '%_\\',
  '../../../etc/passwd',
  'CON',
  '=cmd|calc!A1',
  'NaN',
  'Infinity',
  '-1',
  '1e999',
  '0x10',
  '１２３',
  '__proto__',
  'constructor',
  'toString',
  '2026-02-30',
  '0190f5fe-7c00-7a00-8000-00000000000g',
  'x'.repeat(10_000),
  '\n'.repeat(500),
]

/** Values of every wrong type, and of the right one beyond all measure. */
export const JUNK_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  [],
  {},
  [null],
  [[[]]],
  nested(30),
  JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'),
  ...JUNK_TEXTS,
]

/** Whole requests that are too much; tried once for each procedure, not for each field. */
export const HUGE_PARAMS: readonly (readonly [what: string, params: () => unknown])[] = [
  ['a text of 10 MB', () => 'x'.repeat(10_000_000)],
  ['a field of 10 MB', () => ({ id: 'x'.repeat(10_000_000), text: 'x'.repeat(10_000_000) })],
  ['a million entries', () => Array.from({ length: 1_000_000 }, () => 0)],
  ['a field of a million entries', () => ({ machines: Array.from({ length: 1_000_000 }, () => ({})) })],
  ['nested 50 000 deep', () => nested(50_000)],
  ['a body nested 1 000 deep', () => ({ body: nested(1000) })],
  [
    'ten thousand unknown fields',
    () => Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, i])),
  ],
  ['itself', () => cycle],
  ['a big integer', () => ({ id: 10n })],
  ['a function', () => () => 1],
  ['bytes', () => ({ data: new Uint8Array(8) })],
]
