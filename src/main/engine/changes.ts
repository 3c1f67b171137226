import { EventPublisher } from '@orpc/server'

export type Room = 'materials' | 'sources' | 'talks' | 'schools' | 'settings'

export const allRooms: readonly Room[] = ['materials', 'sources', 'talks', 'schools', 'settings']

/** Tells every open window which rooms of the library changed. */
export class Changes {
  readonly #publisher = new EventPublisher<{ changed: { rooms: Room[] } }>()

  publish(rooms: readonly Room[]): void {
    this.#publisher.publish('changed', { rooms: [...rooms] })
  }

  /** @param signal ends the stream, e.g. when the window closes */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<{ rooms: Room[] }, void, void> {
    return this.#publisher.subscribe('changed', { signal })
  }
}
