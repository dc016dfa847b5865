// The contract over JSON-RPC 2.0, one message a line: for scripts, other systems and tests.
import type { Reply } from '#shared/contract/reply.ts'
import type { CoreConnection } from '#core/core.ts'

type Id = string | number | null
export type RpcResponse = Readonly<
  { jsonrpc: '2.0'; id: Id } & (
    | { result: unknown }
    | { error: { code: number; message: string; data?: unknown } }
  )
>

const REFUSAL = 1
const FAULT = 2
const PARSE_ERROR = -32700
const INVALID_REQUEST = -32600
const METHOD_NOT_FOUND = -32601
const INVALID_PARAMS = -32602

/** A reply of the core as a response object. */
export const toResponse = (id: Id, reply: Reply): RpcResponse => {
  if (reply.ok) return { jsonrpc: '2.0', id, result: reply.value }
  if (reply.kind === 'refusal') {
    return {
      jsonrpc: '2.0',
      id,
      error: { code: REFUSAL, message: reply.refusal.refusal, data: reply.refusal },
    }
  }
  if (reply.kind === 'fault') {
    return { jsonrpc: '2.0', id, error: { code: FAULT, message: 'fault', data: { faultId: reply.faultId } } }
  }
  const [first] = reply.issues
  if (first?.path === 'method')
    return { jsonrpc: '2.0', id, error: { code: METHOD_NOT_FOUND, message: first.message } }
  return {
    jsonrpc: '2.0',
    id,
    error: {
      code: INVALID_PARAMS,
      message: `${first?.path || 'params'}: ${first?.message ?? 'invalid'}`,
      data: { path: first?.path ?? '', issues: reply.issues },
    },
  }
}

const failure = (id: Id, code: number, message: string): RpcResponse => ({
  jsonrpc: '2.0',
  id,
  error: { code, message },
})

/** Answers one line. A notification (no id) is done and not answered. */
export const answerLine = async (
  connection: CoreConnection,
  line: string,
): Promise<RpcResponse | undefined> => {
  let message: Record<string, unknown>
  try {
    message = JSON.parse(line) as Record<string, unknown>
  } catch {
    return failure(null, PARSE_ERROR, 'the line is not JSON')
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    return failure(null, INVALID_REQUEST, 'one request object a line')
  }
  const { id, method, params, meta, jsonrpc } = message
  const given = typeof id === 'string' || typeof id === 'number' ? id : null
  if (jsonrpc !== '2.0' || typeof method !== 'string') {
    return failure(given, INVALID_REQUEST, 'a JSON-RPC 2.0 request with a method')
  }
  const commandId = (meta as { commandId?: unknown } | null | undefined)?.commandId
  if (
    commandId !== undefined &&
    (typeof commandId !== 'string' || commandId.length === 0 || commandId.length > 100)
  ) {
    return failure(given, INVALID_PARAMS, 'meta.commandId: a text of 1 to 100 characters')
  }
  const reply = await connection
    .call({ method, params, commandId: commandId as string | undefined })
    .catch((): Reply => ({ ok: false, kind: 'fault', faultId: 'core-host' }))
  return id === undefined ? undefined : toResponse(given, reply)
}
