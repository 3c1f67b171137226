import { Tabs } from '@mantine/core'
import { useText } from '../../../i18n/language'
import { type Problem, ProblemsList } from '../problems-list'
import { ExportPages } from './export-pages'
import { messages } from './messages'

type ExportPreviewProps = Parameters<typeof ExportPages>[0] & { readonly problems: readonly Problem[]; readonly initially: 'pages' | 'findings' }

/** What will be exported, page by page, and what should be looked at first, each with the way to it. */
export function ExportPreview({ problems, initially, ...pages }: ExportPreviewProps) {
  const text = useText(messages)
  return (
    <Tabs defaultValue={initially} className="export-preview" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="pages">{text.pages(pages.deck.scenes.length)}</Tabs.Tab>
        <Tabs.Tab value="findings">{text.findings(problems.length)}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="pages">
        <ExportPages {...pages} />
      </Tabs.Panel>
      <Tabs.Panel value="findings">
        <ProblemsList problems={problems} onGo={pages.onGo} />
      </Tabs.Panel>
    </Tabs>
  )
}
