// What we ship of others' work: only under licences the house allows, and named in the notices.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAllowed, licenceProblems, noticesText } from '../../scripts/lib/notices.mjs'
import { root } from './source-files.ts'

describe('third-party notices', () => {
  it('are what `npm run notices` would write now', () => {
    expect(readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8') === noticesText()).toBe(true)
  })

  it('contain no licence that the house does not allow', () => {
    expect(licenceProblems()).toEqual([])
  })

  it('would refuse copyleft and unknown licences', () => {
    const verdicts = [
      'MIT',
      '(MIT OR GPL-3.0)',
      '(MIT AND Zlib)',
      'GPL-3.0',
      'AGPL-3.0-only',
      'MIT AND GPL-2.0',
      'unknown',
    ]
    expect(verdicts.map((licence) => isAllowed(licence))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
