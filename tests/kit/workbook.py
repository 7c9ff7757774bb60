"""The smallest workbook (.xlsx) that holds some rows: text as it is, whole numbers as days."""

import io
import zipfile
from xml.sax.saxutils import escape

media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
packages = "http://schemas.openxmlformats.org/package/2006/relationships"


def relationships(**targets):
    each = (f'<Relationship Id="{kind}" Type="{kinds}/{kind}" Target="{target}"/>' for kind, target in targets.items())
    return f'<Relationships xmlns="{packages}">{"".join(each)}</Relationships>'


def cell(value):
    if isinstance(value, int):
        return f'<c s="1"><v>{value}</v></c>'
    return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def workbook(rows):
    lines = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    parts = {
        "_rels/.rels": relationships(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns:r="{kinds}"><sheets><sheet name="1" r:id="worksheet"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(worksheet="sheet.xml", styles="styles.xml"),
        "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/sheet.xml": f"<worksheet><sheetData>{lines}</sheetData></worksheet>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
