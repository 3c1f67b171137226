import { Tabs } from '@mantine/core'
import type { ScriptPreset } from '../../../../shared/contract/talks'
import { useText } from '../../../i18n/language'
import { type Problem, ProblemsList } from '../problems-list'
import { DocumentPages } from './document-pages'
import { printedDocuments } from './export-choices'
import { ExportPages } from './export-pages'
import { messages } from './messages'
import type { DocumentWish } from './use-printed-document'

type ExportPreviewProps = Parameters<typeof ExportPages>[0] & {
  readonly problems: readonly Problem[]
  readonly initially: 'pages' | 'findings'
  /** In whose look the slides are; null for the talk's own. */
  readonly school: string | null
  readonly preset: ScriptPreset
  readonly wish: DocumentWish
}

/** What will be exported, page by page, and what should be looked at first, each with the way to it. */
export function ExportPreview({ problems, initially, school, preset, wish, ...pages }: ExportPreviewProps) {
  const text = useText(messages)
  const count = pages.deck.scenes.length
  return (
    <Tabs defaultValue={initially} className="export-preview" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="pages">{school === null ? text.pages(count) : text.pagesIn(count, school)}</Tabs.Tab>
        {printedDocuments.map((document) => (
          <Tabs.Tab key={document} value={document}>
            {text.documents[document]}
          </Tabs.Tab>
        ))}
        <Tabs.Tab value="findings">{text.findings(problems.length)}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="pages">
        <ExportPages {...pages} />
      </Tabs.Panel>
      {printedDocuments.map((document) => (
        <Tabs.Panel key={document} value={document} tabIndex={0}>
          <DocumentPages document={document} preset={preset} wish={wish} />
        </Tabs.Panel>
      ))}
      <Tabs.Panel value="findings">
        <ProblemsList problems={problems} onGo={pages.onGo} />
      </Tabs.Panel>
    </Tabs>
  )
}
