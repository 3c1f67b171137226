import { Table } from '@mantine/core'
import type { Nodes, PhrasingContent, Table as MdastTable } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'
import { createElement, Fragment, useMemo, type ReactNode } from 'react'
import { assertNever } from '../../../shared/assert-never'
import { AssetPicture } from '../asset-picture/asset-picture'
import styles from './markdown-view.module.css'

/**
 * A piece of Markdown as one reads it. Only known nodes become elements and text stays text: HTML in it is shown, not run,
 * and links lead nowhere, because the window opens nothing from outside.
 */
export function MarkdownView({ markdown }: { markdown: string }) {
  const tree = useMemo(
    () => fromMarkdown(markdown, { extensions: [gfm(), directive()], mdastExtensions: [gfmFromMarkdown(), directiveFromMarkdown()] }),
    [markdown],
  )
  return (
    <div className={styles.text}>
      <Children of={tree} />
    </div>
  )
}

function Children({ of }: { of: { children: readonly Nodes[] } }) {
  // Nodes carry no identity: the tree is drawn anew from its text, and a place in it is a good enough key.
  return of.children.map((child, place) => <Fragment key={place}>{draw(child)}</Fragment>)
}

function draw(node: Nodes): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'paragraph':
      return <p>{<Children of={node} />}</p>
    case 'heading':
      // Under the material's own title, which is level 2.
      return createElement(`h${Math.max(3, node.depth)}`, null, <Children of={node} />)
    case 'strong':
      return <strong>{<Children of={node} />}</strong>
    case 'emphasis':
      return <em>{<Children of={node} />}</em>
    case 'delete':
      return <del>{<Children of={node} />}</del>
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return <pre>{node.value}</pre>
    case 'blockquote':
      return <blockquote>{<Children of={node} />}</blockquote>
    case 'list':
      return createElement(node.ordered ? 'ol' : 'ul', node.ordered ? { start: node.start ?? 1 } : null, <Children of={node} />)
    case 'listItem':
      return <li>{<Children of={node} />}</li>
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'link':
      return (
        <span className={styles.link} title={node.url}>
          <Children of={node} />
        </span>
      )
    case 'image':
      return <AssetPicture address={node.url} alt={node.alt ?? ''} />
    case 'table':
      return <DrawnTable table={node} />
    case 'containerDirective':
    case 'leafDirective':
    case 'textDirective':
      return (
        <div className={styles.directive}>
          <Children of={node} />
        </div>
      )
    case 'html':
      return node.value
    case 'root':
    case 'tableRow':
    case 'tableCell':
    case 'linkReference':
    case 'footnoteDefinition':
      return <Children of={node} />
    case 'imageReference':
      return node.alt
    case 'definition':
    case 'footnoteReference':
    case 'yaml':
      return null
    default:
      return assertNever(node)
  }
}

function DrawnTable({ table }: { table: MdastTable }) {
  const [head, ...rows] = table.children
  const cells = (cellsOf: readonly { children: PhrasingContent[] }[], Cell: typeof Table.Td | typeof Table.Th) =>
    cellsOf.map((cell, column) => (
      <Cell key={column} ta={table.align?.[column] ?? undefined}>
        <Children of={cell} />
      </Cell>
    ))
  return (
    <Table.ScrollContainer minWidth={200}>
      <Table withTableBorder withColumnBorders>
        <Table.Thead>
          <Table.Tr>{head && cells(head.children, Table.Th)}</Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, place) => (
            <Table.Tr key={place}>{cells(row.children, Table.Td)}</Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
