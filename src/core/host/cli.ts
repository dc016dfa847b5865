// The command line of the counter: the same core and contract without a window.
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { VERSION } from '#shared/version.ts'
import type { OpenCore } from '#core/core.ts'
import type { Log } from '#core/log.ts'
import { WrongUsage, numberOption, readArguments, required } from './cli-arguments.ts'
import { explainStart } from './explain-start.ts'

const PASSWORD_VARIABLE = 'REPAIR_COUNTER_PASSWORD'

const USAGE = `counter methods                                             the contract as JSON
counter serve --data DIR                                    JSON-RPC 2.0 over stdin/stdout, one message a line
counter call METHOD JSON --data DIR --as STAFFNO            one call; password in ${PASSWORD_VARIABLE}
counter init --data DIR --shop NAME --branch CODE --admin STAFFNO [--phone P] [--address A] [--area 0755]
counter demo --data DIR [--orders N] [--years Y] [--seed S] believable data, always the same for a seed
counter check --data DIR                                    verifies a database
counter reset-password --data DIR --staff STAFFNO           a new first password, when no manager can sign in
counter backup --data DIR                                   makes and verifies a backup now
counter restore --data DIR --file NAME                      goes back to a backup of the folder's backups
`

const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Scripts read stdout; everything else goes to stderr. */
const stderrLog: Log = {
  info: () => undefined,
  error: (event, error, { faultId } = {}) => {
    const what = typeof faultId === 'string' ? `${event} ${faultId}` : event
    process.stderr.write(`${what}: ${(error as Error).message}\n`)
  },
}

const passwordFromEnvironment = (): string => {
  const password = process.env[PASSWORD_VARIABLE] ?? process.env['COUNTER_PASSWORD']
  if (!password)
    throw new WrongUsage(`the password is read from the environment variable ${PASSWORD_VARIABLE}`)
  return password
}

const open = async (dataDir: string, upkeep = false): Promise<OpenCore> => {
  const { openCore } = await import('#core/core.ts')
  try {
    return await openCore({ dataDir, version: VERSION, log: stderrLog, upkeep, now: Date.now })
  } catch (error) {
    throw new Error(explainStart(error).message, { cause: error })
  }
}

const mustExist = (dataDir: string): void => {
  if (!existsSync(`${dataDir}/counter.db`)) throw new WrongUsage(`there is no counter database in ${dataDir}`)
}

const serve = async (given: readonly string[]): Promise<number> => {
  const args = readArguments(given, ['data'])
  const core = await open(required(args, 'data'), true)
  const { answerLine } = await import('./json-rpc.ts')
  const connection = core.connect('headless', () => undefined)
  // Calls of one connection are answered in their order, and every answer given is durable.
  let last: Promise<void> = Promise.resolve()
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    last = last.then(async () => {
      const response = await answerLine(connection, line)
      if (response) process.stdout.write(`${JSON.stringify(response)}\n`)
    })
  }
  await last
  await core.drain()
  return 0
}

const call = async (given: readonly string[]): Promise<number> => {
  const args = readArguments(given, ['data', 'as', 'command-id'])
  const [method, json = '{}'] = args.positional
  if (!method) throw new WrongUsage('a method is missing')
  let params: unknown
  try {
    params = JSON.parse(json)
  } catch {
    throw new WrongUsage('the parameters are not JSON')
  }
  const core = await open(required(args, 'data'))
  const { toResponse } = await import('./json-rpc.ts')
  try {
    const connection = core.connect('headless', () => undefined)
    const as = args.options.get('as')
    const signIn =
      as &&
      (await connection.call({
        method: 'session.login',
        params: { staffNo: as, password: passwordFromEnvironment() },
      }))
    const reply =
      signIn && !signIn.ok
        ? signIn
        : await connection.call({ method, params, commandId: args.options.get('command-id') })
    const { id: _id, jsonrpc: _version, ...rest } = toResponse(null, reply)
    print('result' in rest ? rest.result : rest)
    if (reply.ok) return 0
    return reply.kind === 'refusal' ? 1 : 2
  } finally {
    await core.drain()
  }
}

const init = async (given: readonly string[]): Promise<number> => {
  const args = readArguments(given, [
    'data',
    'shop',
    'branch',
    'admin',
    'name',
    'phone',
    'address',
    'area',
    'pc',
    'language',
    'time-zone',
  ])
  const admin = required(args, 'admin')
  const language = args.options.get('language') ?? 'zh-CN'
  const core = await open(required(args, 'data'))
  const { toResponse } = await import('./json-rpc.ts')
  try {
    const reply = await core
      .connect('headless', () => undefined)
      .call({
        method: 'shop.setUp',
        params: {
          name: required(args, 'shop'),
          branchCode: required(args, 'branch'),
          address: args.options.get('address') ?? '',
          phone: args.options.get('phone') ?? '',
          areaCode: args.options.get('area') ?? '',
          language,
          paperLanguage: language,
          pcCode: numberOption(args, 'pc', 1, 1, 9),
          ...(args.options.has('time-zone') ? { timeZone: args.options.get('time-zone') } : {}),
          manager: {
            staffNo: admin,
            name: args.options.get('name') ?? admin,
            password: passwordFromEnvironment(),
          },
        },
      })
    const { id: _id, jsonrpc: _version, ...rest } = toResponse(null, reply)
    print('result' in rest ? rest.result : rest)
    if (reply.ok) return 0
    return reply.kind === 'refusal' ? 1 : 2
  } finally {
    await core.drain()
  }
}

const check = async (given: readonly string[]): Promise<number> => {
  const args = readArguments(given, ['data'])
  const data = required(args, 'data')
  mustExist(data)
  const { checkFolder } = await import('#core/check/check-folder.ts')
  const checks = checkFolder(data, Date.now())
  for (const one of checks) {
    process.stdout.write(`${one.ok ? 'ok  ' : 'FAIL'} ${one.name}: ${one.count} checked\n`)
    for (const problem of one.problems) process.stdout.write(`       ${problem}\n`)
  }
  return checks.every((one) => one.ok) ? 0 : 1
}

const demo = async (given: readonly string[]): Promise<number> => {
  const args = readArguments(given, ['data', 'orders', 'years', 'seed'])
  const { fillDemo } = await import('#core/demo/fill-demo.ts')
  const made = await fillDemo({
    dataDir: required(args, 'data'),
    orders: numberOption(args, 'orders', 400, 1, 5_000_000),
    years: numberOption(args, 'years', 1, 1, 30),
    seed: numberOption(args, 'seed', 1, 0, 2 ** 31),
    version: VERSION,
    now: Date.now(),
  })
  print(made)
  return 0
}

const backup = async (given: readonly string[]): Promise<number> => {
  const args = readArguments(given, ['data'])
  const data = required(args, 'data')
  mustExist(data)
  const { backUpFolder } = await import('#core/backup/offline.ts')
  print(await backUpFolder(data, VERSION, Date.now()))
  return 0
}

const restore = async (given: readonly string[]): Promise<number> => {
  const args = readArguments(given, ['data', 'file'])
  const data = required(args, 'data')
  const file = required(args, 'file')
  if (!existsSync(data)) throw new WrongUsage(`there is no folder ${data}`)
  const { restoreFolder } = await import('#core/backup/offline.ts')
  print(await restoreFolder(data, file, VERSION, Date.now()))
  return 0
}

const resetPassword = async (given: readonly string[]): Promise<number> => {
  const args = readArguments(given, ['data', 'staff'])
  const data = required(args, 'data')
  mustExist(data)
  const { resetPasswordOffline } = await import('#core/staff/reset-offline.ts')
  const name = await resetPasswordOffline({
    dataDir: data,
    staffNo: required(args, 'staff').toUpperCase(),
    password: passwordFromEnvironment(),
    version: VERSION,
    now: Date.now,
  })
  print({ name, mustChangePassword: true })
  return 0
}

const methods = async (): Promise<number> => {
  const { describeMethods } = await import('./methods.ts')
  print(describeMethods())
  return 0
}

const COMMANDS: Readonly<Record<string, (given: readonly string[]) => Promise<number>>> = {
  methods,
  serve,
  call,
  init,
  demo,
  check,
  backup,
  restore,
  'reset-password': resetPassword,
}

const run = async (): Promise<number> => {
  const [name = '', ...rest] = process.argv.slice(2)
  const command = COMMANDS[name]
  if (!command) {
    process.stderr.write(USAGE)
    return name === '' || name === 'help' || name === '--help' ? 0 : 2
  }
  try {
    return await command(rest)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${error instanceof WrongUsage ? `\n${USAGE}` : ''}`)
    return 2
  }
}

process.exitCode = await run()
