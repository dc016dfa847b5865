// Whose work goes out with the program, under which licence: read from the lock file and the packages.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { neededPackages } from './lock-file.mjs'
import { root } from './shell.mjs'

// The house allows MIT, BSD, ISC, Apache and OFL. The others ask for no more than those: a notice.
const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Zlib',
])

// Declared nowhere in package.json, but plainly in the licence file of the package.
const fromLicenceFile = { 'png-js': 'MIT' }

const licenceFile = /^(licen[cs]e|copying|notice|ofl)(?!.*\.(js|ts|json)$)/i

/** Every package that is part of the shipped program: `{ name, version, licence, text, author }`. */
export function shippedPackages() {
  return neededPackages()
    .filter(({ path, optional }) => !optional || existsSync(join(root, path)))
    .map(({ path, name, version, license }) => ({
      name,
      version,
      licence: license ?? fromLicenceFile[name] ?? 'unknown',
      ...wordsOf(join(root, path)),
    }))
}

/** Packages whose licence we may not ship; empty when all is well. */
export function licenceProblems(packages = shippedPackages()) {
  return packages
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, version, licence }) => `${name} ${version}: ${licence}`)
}

/** Whether an SPDX expression leaves us a choice we allow: every part of an AND, any part of an OR. */
export function isAllowed(expression) {
  return expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence.trim())))
}

function wordsOf(folder) {
  const files = readdirSync(folder)
    .filter((name) => licenceFile.test(name))
    .sort()
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
  const { author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { text: [...new Set(texts)].join('\n\n'), author: typeof author === 'object' ? author.name : author }
}

/** The whole file. Packages that come with the very same words stand together. */
export function noticesText(packages = shippedPackages()) {
  const groups = new Map()
  for (const one of packages) {
    const words =
      one.text ||
      `No licence file in the package; declared: ${one.licence}${one.author ? `, ${one.author}` : ''}.`
    groups.set(words, [...(groups.get(words) ?? []), `${one.name} ${one.version} (${one.licence})`])
  }
  const sections = [...groups].map(
    ([words, names]) => `## ${[...new Set(names)].join(', ')}\n\n${fenced(words)}\n`,
  )
  return [
    '# Third-party notices',
    '',
    'Repair Counter is made with the packages below. Electron and Chromium come with their own notices',
    '(`LICENSE.electron.txt` and `LICENSES.chromium.html` beside the program).',
    'Written by `npm run notices`; do not edit.',
    '',
    ...sections,
  ].join('\n')
}

function fenced(words) {
  return `~~~text\n${words.replaceAll(/[ \t]+$/gm, '')}\n~~~`
}
