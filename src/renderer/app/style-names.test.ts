import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const features = join(import.meta.dirname, '../features')

/** Classes on which a style sheet sets rules of its own: the first of a selector, such as `.order-line kbd`. */
const classesOf = (css: string): Set<string> =>
  new Set(
    [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{/g)].flatMap(([, selectors = '']) =>
      selectors.split(',').flatMap((selector) => /^\s*\.([a-z][\w-]*)/.exec(selector)?.[1] ?? []),
    ),
  )

describe('the style sheets of features', () => {
  it('never style the same class: the sheets of all screens are loaded at once', () => {
    const owners = new Map<string, Set<string>>()
    for (const file of readdirSync(features, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.css')) continue
      const feature = file.split(/[\\/]/)[0] ?? ''
      for (const name of classesOf(readFileSync(join(features, file), 'utf8'))) {
        owners.set(name, (owners.get(name) ?? new Set()).add(feature))
      }
    }
    const shared = [...owners]
      .filter(([, who]) => who.size > 1)
      .map(([name, who]) => `${name}: ${[...who].join(', ')}`)
    expect({ shared, looked: owners.size > 50 }).toEqual({ shared: [], looked: true })
  })
})
