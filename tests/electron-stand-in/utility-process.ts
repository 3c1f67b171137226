// oxlint-disable unicorn/require-post-message-target-origin -- ports between processes, not windows
/** Gives a worker thread the `process.parentPort` of Electron's utility process, then runs the file that was forked. */
import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'

/** A transferred port as MessagePortMain: only `on`, no DOM listeners, delivery begins with `start`. */
const portMain = (port: MessagePort) => {
  const emitter = new EventEmitter()
  port.addEventListener('message', (event) => emitter.emit('message', { data: 'data' in event ? event.data : undefined, ports: [] }))
  port.addEventListener('close', () => emitter.emit('close'))
  return Object.assign(emitter, { postMessage: (message: unknown) => port.postMessage(message), start: () => port.start(), close: () => port.close() })
}

const parent = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => parentPort?.postMessage(message) })
/** Messages wait until somebody listens, as Electron's do. */
const waiting: unknown[] = []
parentPort?.on('message', ({ data, ports }: { data: unknown; ports: MessagePort[] }) => {
  const event = { data, ports: ports.map(portMain) }
  if (parent.listenerCount('message') > 0) parent.emit('message', event)
  else waiting.push(event)
})
Object.assign(process, { parentPort: parent })
await import(pathToFileURL(workerData.file).href)
for (const event of waiting.splice(0)) parent.emit('message', event)
