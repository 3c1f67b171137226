/** XML with an element a line, indented by depth, so that a review shows which element changed. Text stays in the line of its element. */
export const prettyXml = (xml: string): string => {
  let depth = 0
  const lines: string[] = []
  for (const token of xml.match(/<[^>]+>|[^<]+/g) ?? []) {
    if (token.startsWith('</')) {
      depth--
      const last = lines.at(-1)!
      // The end tag follows its own start tag or text: one line.
      if (last.startsWith('  '.repeat(depth) + '<') && !last.includes('</') && last.includes(`<${token.slice(2, -1)}`)) lines[lines.length - 1] += token
      else lines.push('  '.repeat(depth) + token)
    } else if (token.startsWith('<')) {
      lines.push('  '.repeat(depth) + token)
      if (!token.endsWith('/>') && !token.startsWith('<?')) depth++
    } else if (token.trim() !== '') lines[lines.length - 1] += token
  }
  return `${lines.join('\n')}\n`
}
