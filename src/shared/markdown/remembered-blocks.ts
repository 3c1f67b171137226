import type { Root } from 'mdast'
import type { Block, Condition, TextSpan } from '../model/block'
import type { Warning } from '../outcome'
import type { LocatedBlock } from './locate-talk'
import { readBlock, type ReadFlow } from './read-block'
import type { ScanNode } from './scan-talk'

type Reading = {
  readonly shape: string
  readonly block: Block
  /** The running texts that the block was read from. */
  readonly flows: ReadonlyMap<string, Root>
}

/**
 * The blocks of the talk that was read last. One whose text is still the same is not read again, wherever it has gone: what it shows stays the same
 * object, and the whole block does where nothing in front of it has moved, so that whatever is made from blocks can be remembered by them.
 */
export class RememberedBlocks {
  #known = new Map<string, Reading>()
  #used = new Map<string, Reading>()
  #audience: string | null = null

  /** Before a talk. @param audience as for {@link readBlock} */
  begin(audience: string | null): void {
    if (audience !== this.#audience) this.#known = new Map()
    this.#audience = audience
    this.#used = new Map()
  }

  /** What {@link readBlock} gives. @param readFlow is told of every running text of the block, also of one that is not read again */
  read(markdown: string, located: LocatedBlock, readFlow: ReadFlow, warnings: Warning[]): Block {
    const { span, nodes } = located
    const text = markdown.slice(Math.min(span.start, nodes[0]?.start ?? span.start), Math.max(span.end, nodes.at(-1)?.end ?? span.end))
    // Where fences end depends on what stands around the block.
    const shape = `${span.end - span.start} ${shapeOf(nodes, span.start)}`
    const known = this.#used.get(text) ?? this.#known.get(text)
    if (known?.shape === shape) {
      const block = placed(known.block, located)
      this.#used.set(text, { ...known, block })
      for (const flow of known.flows.keys()) readFlow(flow)
      return block
    }
    const flows = new Map<string, Root>()
    const before = warnings.length
    const block = readBlock(markdown, located, this.#audience, (flow) => {
      const root = readFlow(flow)
      flows.set(flow, root)
      return root
    }, warnings)
    // Warnings name lines: a block with some is read again until it has none.
    if (warnings.length === before) this.#used.set(text, { shape, block, flows })
    return block
  }

  /** After it: what it did not use is forgotten. */
  end(): void {
    this.#known = this.#used
  }
}

/** Where a block's parts begin and end, counted from where the block does. */
const shapeOf = (nodes: readonly ScanNode[], from: number): string =>
  nodes.map((node) => `${node.type} ${node.start - from} ${node.end - from}${node.type === 'directive' ? ` ${node.innerStart - from} ${node.innerEnd - from} ${node.closed} (${shapeOf(node.children, from)})` : ''}`).join()

/** A block as it is where its text stands now. */
const placed = (block: Block, { key, span, condition }: LocatedBlock): Block => {
  const offset = span.start - block.span.start
  const lines = span.line - block.span.line
  if (offset === 0 && lines === 0 && key === block.key && isSame(condition, block.condition)) return block
  const moved = ({ start, end, line }: TextSpan): TextSpan => ({ start: start + offset, end: end + offset, line: line + lines })
  return {
    ...block,
    key,
    span,
    condition,
    script: block.script && { ...block.script, span: moved(block.script.span) },
    citations: block.citations.map((citation) => ({ ...citation, span: moved(citation.span) })),
  }
}

const isSame = (one: Condition | null, other: Condition | null): boolean => one === other || (one?.mode === other?.mode && one?.audiences.join() === other?.audiences.join())
