import { PassThrough } from 'node:stream'
import { beforeEach, describe, expect, it } from 'vitest'
import { DevtoolsPipe } from '../../../src/main/printing/devtools-pipe'

describe('the pipe to a browser', () => {
  let toBrowser: PassThrough
  let fromBrowser: PassThrough
  let pipe: DevtoolsPipe
  beforeEach(() => {
    toBrowser = new PassThrough()
    fromBrowser = new PassThrough()
    pipe = new DevtoolsPipe(toBrowser, fromBrowser)
  })
  const asked = (): { id: number; method: string; sessionId?: string }[] =>
    String(toBrowser.read() ?? '')
      .split('\0')
      .filter((one) => one !== '')
      .map((one) => JSON.parse(one) as { id: number; method: string })

  it('gives every call its own answer, in whatever order and pieces they come', async () => {
    const calls = [pipe.send('A.first'), pipe.send('A.second', {}, 'tab')]
    const [first, second] = asked()
    expect(second).toMatchObject({ method: 'A.second', sessionId: 'tab' })
    const answers = Buffer.from(`${JSON.stringify({ id: second!.id, result: { name: '二' } })}\0${JSON.stringify({ id: first!.id, result: { name: '一' } })}\0`)
    for (const byte of answers) fromBrowser.write(Buffer.of(byte))
    expect(await Promise.all(calls)).toEqual([{ name: '一' }, { name: '二' }])
  })

  it('tells who listens of an event', async () => {
    const heard = new Promise((resolve) => pipe.on('Page.loadEventFired', resolve))
    fromBrowser.write('{"method":"Page.loadEventFired","params":{"timestamp":1}}\0')
    expect(await heard).toEqual({ timestamp: 1 })
  })

  it('throws what the browser refuses', async () => {
    const call = pipe.send('Page.printToPDF')
    fromBrowser.write(`${JSON.stringify({ id: asked()[0]!.id, error: { message: 'Printing is not available' } })}\0`)
    await expect(call).rejects.toThrow('Printing is not available')
  })

  it('lets nobody wait for a browser that has ended', async () => {
    const call = pipe.send('Page.enable')
    fromBrowser.destroy()
    await expect(call).rejects.toThrow('has ended')
    await expect(pipe.send('Page.enable')).rejects.toThrow('has ended')
  })
})
