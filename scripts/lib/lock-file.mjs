// Reads package-lock.json the way Node looks packages up: which packages does a set of packages need?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './shell.mjs'

/** Every package needed by the named ones (by all runtime dependencies without names), as lock file entries. */
export function neededPackages(names) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const found = new Map()
  const visit = (from, name) => {
    const path = lookUp(packages, from, name)
    if (path === undefined || found.has(path)) return
    const entry = packages[path]
    found.set(path, { path, name: path.replace(/^.*node_modules\//, ''), ...entry })
    for (const next of needsOf(entry)) visit(path, next)
  }
  for (const name of names ?? Object.keys(packages[''].dependencies)) visit('', name)
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

// A peer that is marked optional is the embedding program's choice, and ours is not to have it.
function needsOf({
  dependencies = {},
  optionalDependencies = {},
  peerDependencies = {},
  peerDependenciesMeta = {},
}) {
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional)
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers]
}

function lookUp(packages, from, name) {
  const folders = from
    .split('/node_modules/')
    .map((_, i, parts) => parts.slice(0, i + 1).join('/node_modules/'))
  const places = [...folders.toReversed().filter((folder) => folder !== ''), undefined]
  return places
    .map((folder) => (folder === undefined ? `node_modules/${name}` : `${folder}/node_modules/${name}`))
    .find((path) => packages[path] !== undefined)
}
