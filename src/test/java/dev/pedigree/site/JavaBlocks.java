package dev.pedigree.site;

import dev.pedigree.site.MarkdownPage.Block;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles blocks of Java against the library. A block of statements becomes a method; the names that a note declares as given are
 * its parameters, and without such a note it stands for itself and can be run. A block with types of its own is compiled as a file.
 */
final class JavaBlocks {
    private static final String IMPORTS = """
            import dev.pedigree.*;
            import dev.pedigree.compare.*;
            import dev.pedigree.corpus.*;
            import dev.pedigree.exact.*;
            import dev.pedigree.fingerprint.*;
            import dev.pedigree.identity.*;
            import dev.pedigree.overlap.*;
            import dev.pedigree.reference.*;
            import dev.pedigree.report.*;
            import dev.pedigree.verdict.*;
            import java.io.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            """;
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:public |final |abstract )*(?:class|record|interface|enum) (\\w+)");

    private JavaBlocks() {}

    /** Compiles a block into a folder of its own; the compiler's words where it cannot. */
    static String compile(Block block, Path folder) throws IOException {
        Files.createDirectories(folder);
        Matcher type = TYPE.matcher(block.text());
        String name = type.find() ? type.group(1) : "Block";
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, name.equals("Block") ? method(block) : block.text());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("--release", "17", "-proc:none", "-d", folder.toString()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            return done ? "" : said.toString();
        }
    }

    private static String method(Block block) {
        return IMPORTS + "class Block {\n  static void run(" + block.notes().getOrDefault("given", "")
                + ") throws Exception {\n" + block.text() + "  }\n}\n";
    }

    /** Whether a block needs nothing but itself. */
    static boolean isWhole(Block block) {
        return !block.notes().containsKey("given")
                && !TYPE.matcher(block.text()).find();
    }

    static void run(Path folder) throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var method = loader.loadClass("Block").getDeclaredMethod("run");
            method.setAccessible(true);
            method.invoke(null);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
