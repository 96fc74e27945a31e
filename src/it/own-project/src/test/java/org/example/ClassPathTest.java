package org.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eddy.run.Machine;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The libraries that come with Eddy, in the versions in which they work together. */
class ClassPathTest {

  /** These need a newer fastutil than the one that DL4J asks for. */
  @Test
  void tablesawSortsSelectsJoinsAndSummarises() {
    Table table =
        Table.create(
            StringColumn.create("net", "fc", "lenet", "fc"), DoubleColumn.create("rank", 3, 1, 2));
    assertEquals(1, table.sortOn("rank").doubleColumn("rank").get(0));
    assertEquals(2, table.where(table.stringColumn("net").isEqualTo("fc")).rowCount());
    Table means = table.summarize("rank", AggregateFunctions.mean).by("net");
    Table fc = means.where(means.stringColumn("net").isEqualTo("fc"));
    assertEquals(2.5, fc.doubleColumn(1).get(0));
    assertEquals(3, table.joinOn("net").with(means).join().rowCount());
  }

  /** ND4J comes with the native library of this platform. */
  @Test
  void nd4jMultiplies() {
    var a = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});
    assertArrayEquals(new float[] {7, 10, 15, 22}, a.mmul(a).reshape(4).toFloatVector());
  }

  /** Without the module of the Vector API the plain paths compute, and the provenance says so. */
  @Test
  void withoutTheVectorModule() {
    assertFalse(Machine.hasVectorApi());
    assertEquals(0, Machine.current().vectorBits());
  }

  /** A library chooses no logger and brings no notebook kernel. */
  @Test
  void nothingThatTheApplicationDecides() {
    for (String name :
        new String[] {
          "org.slf4j.nop.NOPServiceProvider",
          "org.dflib.jjava.jupyter.Extension",
          "io.github.spencerpark.jupyter.kernel.BaseKernel"
        }) {
      assertThrows(ClassNotFoundException.class, () -> Class.forName(name), name);
    }
  }
}
