import { EventPublisher, implement } from '@orpc/server'
import { contract } from '../../src/shared/contract/index'
import type { LongWork } from '../../src/shared/contract/long-work'

/** Long work in memory: none, until a test says what is under way; what was asked to stop is noted, and under way no more. */
export function memoryLongWork() {
  const publisher = new EventPublisher<{ changed: { works: LongWork[] } }>()
  const stopped: string[] = []
  let works: LongWork[] = []
  const show = (next: readonly LongWork[]): void => {
    works = [...next]
    publisher.publish('changed', { works })
  }
  const server = implement(contract)
  return {
    show,
    stopped,
    longWork: {
      underWay: server.longWork.underWay.handler(async function* ({ signal }) {
        const changes = publisher.subscribe('changed', { signal })
        yield { works }
        yield* changes
      }),
      stop: server.longWork.stop.handler(({ input }) => {
        stopped.push(input.id)
        show(works.filter(({ id }) => id !== input.id))
      }),
    },
  }
}
