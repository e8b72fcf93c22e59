"""Finishes the cuts of the paper's faces (docs/decisions/0051): draws the small capitals into the text face, under the feature c2sc, so that
both come in one file, and pins the weight of Naskh for headlines among Latin ones. Usage: finish_cuts.py <folder of the cuts> <folder of the
results>. Needs fonttools 4.66.1 and brotli 1.2.0 (PyPI)."""

import copy
import sys

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.otlLib.builder import buildSingleSubstSubtable
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.varLib.instancer import instantiateVariableFont

cuts, results = sys.argv[1:]


def opened(name, suffix=""):
    font = TTFont(f"{cuts}/{name}.woff2")
    if suffix:
        font.setGlyphOrder([glyph + suffix for glyph in TTFont(f"{cuts}/{name}.woff2").getGlyphOrder()])
    return font


def kept(font, name):
    font.flavor = "woff2"
    font.save(f"{results}/{name}.woff2")


def add_feature(table, tag, lookups):
    """Adds lookups under a feature of every script and language, features in the order of their tags."""
    first = len(table.LookupList.Lookup)
    table.LookupList.Lookup.extend(lookups)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    new = list(range(first, first + len(lookups)))
    known = [record for record in table.FeatureList.FeatureRecord if record.FeatureTag == tag]
    for record in known:
        record.Feature.LookupListIndex.extend(new)
        record.Feature.LookupCount = len(record.Feature.LookupListIndex)
    if known:
        return
    record = otTables.FeatureRecord()
    record.FeatureTag = tag
    record.Feature = otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = new
    record.Feature.LookupCount = len(new)
    records = table.FeatureList.FeatureRecord
    order = sorted(range(len(records) + 1), key=lambda index: (records + [record])[index].FeatureTag)
    place = {old: index for index, old in enumerate(order)}
    table.FeatureList.FeatureRecord = [(records + [record])[index] for index in order]
    table.FeatureList.FeatureCount = len(order)
    for script in table.ScriptList.ScriptRecord:
        if script.Script.DefaultLangSys is None:
            script.Script.DefaultLangSys = otTables.LangSys()
            script.Script.DefaultLangSys.LookupOrder, script.Script.DefaultLangSys.ReqFeatureIndex, script.Script.DefaultLangSys.FeatureIndex = None, 0xFFFF, []
        for system in [script.Script.DefaultLangSys, *(one.LangSys for one in script.Script.LangSysRecord)]:
            if system:
                system.FeatureIndex = sorted([*(place[old] for old in system.FeatureIndex), place[len(records)]])
                system.FeatureCount = len(system.FeatureIndex)


def with_capitals(part):
    """The text face with the capitals of the small capitals' cut for each letter that both have."""
    text = opened(f"newsreader-text{part}")
    ours = text.getBestCmap()
    # Read while the old order of glyphs still holds.
    for tag in ("glyf", "hmtx", "GSUB", "GPOS", "GDEF"):
        if tag in text:
            text[tag]
    order = list(text.getGlyphOrder())
    swaps = {}
    for other in ("", "-latin1", "-ext"):
        caps = opened(f"newsreader-caps{other}", f".caps{other}")
        glyphs = caps.getGlyphSet()
        drawn = [(ours[code], glyph) for code, glyph in sorted(caps.getBestCmap().items(), key=lambda one: caps.getGlyphID(one[1])) if code in ours and code not in (0x20, 0xA0)]
        for plain, glyph in drawn:
            if glyph not in order:
                pen = TTGlyphPen(None)
                whole = DecomposingRecordingPen(glyphs)
                glyphs[glyph].draw(whole)
                whole.replay(pen)
                order.append(glyph)
                text["glyf"].glyphs[glyph] = pen.glyph()
                text["hmtx"].metrics[glyph] = caps["hmtx"].metrics[glyph]
            swaps[plain] = glyph
        if other == part and "GPOS" in caps and "GPOS" in text:
            taken = {glyph for _, glyph in drawn}
            add_feature(text["GPOS"].table, "kern", [only(lookup, taken) for lookup in caps["GPOS"].table.LookupList.Lookup])
    text.setGlyphOrder(order)
    text["glyf"].setGlyphOrder(order)
    if "GSUB" in text:
        lookup = otTables.Lookup()
        lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 1, 0, [buildSingleSubstSubtable(swaps)], 1
        add_feature(text["GSUB"].table, "c2sc", [lookup])
    else:
        addOpenTypeFeaturesFromString(text, "feature c2sc {%s} c2sc;" % "".join(f"sub {plain} by {glyph};" for plain, glyph in swaps.items()))
    text["maxp"].numGlyphs = len(order)
    return text


def only(lookup, glyphs):
    """A lookup of kerning, for pairs of these glyphs alone."""
    one = copy.deepcopy(lookup)
    subsetter = Subsetter(Options())
    subsetter.glyphs = glyphs
    one.subset_glyphs(subsetter)
    return one


for part in ("", "-latin1", "-ext"):
    kept(with_capitals(part), f"newsreader-text-and-caps{part}")
kept(instantiateVariableFont(opened("noto-naskh-arabic"), {"wght": 500}), "noto-naskh-arabic-headline")
