// What the open notebook shows: its figures, its tables and its text, as numbers that looks.py judges.
() => {
  const panel = window.jupyterapp.shell.currentWidget;
  const cells = panel.content.widgets;

  const channels = (colour) => {
    const found = colour.match(/[\d.]+/g).map(Number);
    return { rgb: found.slice(0, 3), alpha: found.length > 3 ? found[3] : 1 };
  };
  const luminance = (rgb) => {
    const linear = rgb.map((each) => each / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const background = (node) => {
    for (let each = node; each; each = each.parentElement) {
      const { rgb, alpha } = channels(getComputedStyle(each).backgroundColor);
      if (alpha > 0.5) return rgb;
    }
    return [255, 255, 255];
  };
  const contrast = (node) => {
    const [a, b] = [luminance(channels(getComputedStyle(node).color).rgb), luminance(background(node))].sort();
    return (b + 0.05) / (a + 0.05);
  };
  // The least contrast and the smallest letters of the text below a node.
  const letters = (node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    let least = 21;
    let smallest = 1000;
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() === '') continue;
      const owner = walker.currentNode.parentElement;
      if (!owner.checkVisibility({ visibilityProperty: true })) continue;
      if (owner.closest('mjx-assistive-mml, .jp-InternalAnchorLink')) continue;
      least = Math.min(least, contrast(owner));
      smallest = Math.min(smallest, parseFloat(getComputedStyle(owner).fontSize));
    }
    return { contrast: least, letters: smallest };
  };
  const opaque = (image) => {
    const canvas = new OffscreenCanvas(64, 64);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0, 64, 64);
    return context.getImageData(0, 0, 64, 64).data.every((value, at) => at % 4 !== 3 || value === 255);
  };
  const room = (node) => node.closest('.jp-OutputArea-output').clientWidth;

  const promised = { figures: 0, tables: 0 };
  const figures = [];
  const tables = [];
  const texts = [];
  cells.forEach((cell, index) => {
    if (cell.model.type !== 'code') {
      texts.push({ cell: index, ...letters(cell.node.querySelector('.jp-RenderedMarkdown')) });
      return;
    }
    for (const output of cell.model.outputs.toJSON()) {
      const html = [output.data?.['text/html'] ?? ''].flat().join('');
      promised.figures += output.data?.['image/png'] || /<img\b/.test(html) ? 1 : 0;
      promised.tables += (html.match(/<table\b/g) ?? []).length;
    }
    for (const output of cell.node.querySelectorAll('.jp-OutputArea-output')) {
      if (output.clientWidth > 0) texts.push({ cell: index, ...letters(output) });
      for (const image of output.querySelectorAll('img')) {
        const natural = image.naturalWidth;
        const meant = Number(image.getAttribute('width')) || natural;
        figures.push({
          cell: index,
          natural,
          meant,
          shown: image.clientWidth,
          described: (image.alt || '').length > 0,
          opaque: natural > 0 && opaque(image),
        });
      }
      for (const table of output.querySelectorAll('table')) {
        tables.push({
          cell: index,
          head: table.querySelectorAll('th').length,
          body: table.querySelectorAll('td').length,
          width: table.scrollWidth,
          room: room(table),
        });
      }
    }
  });
  return { promised, figures, tables, texts };
}
