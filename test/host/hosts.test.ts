// The shared scenarios with a plain Node child.
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { startNodeChild } from '#main/core-host.ts'
import { hostScenarios, playHostScenario } from './host-scenarios.ts'

const echoCore = fileURLToPath(new URL('echo-core.ts', import.meta.url))

it.each(hostScenarios)('a Node child %s', async (name) => {
  await expect(
    playHostScenario(name, () => startNodeChild(process.execPath, echoCore)),
  ).resolves.toBeUndefined()
})
