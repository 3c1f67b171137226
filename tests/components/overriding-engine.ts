import type { Engine } from '../../src/renderer/app/engine'

type Calls = { readonly [Room in keyof Engine]?: Partial<Engine[Room]> }

/** An engine of which some calls answer otherwise: `overriding(memory.engine, { app: { doctor: … } })`. */
export const overriding = (engine: Engine, calls: Calls): Engine =>
  new Proxy(engine, {
    get: (rooms, room) => {
      const own: object | undefined = Reflect.get(calls, room)
      const theirs: object = Reflect.get(rooms, room)
      return own === undefined ? theirs : new Proxy(theirs, { get: (target, name) => Reflect.get(own, name) ?? Reflect.get(target, name) })
    },
  })
