package dev.pedigree.site;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user of the module can name: the public types of its exported packages and their public and protected members. */
final class PublicApi {
    private static final Path CLASSES = Path.of("target", "classes");

    private PublicApi() {}

    /** One block of Markdown for each package. */
    static String markdown() throws IOException, ClassNotFoundException {
        StringBuilder page = new StringBuilder();
        for (String exported : exportedPackages()) {
            page.append("\n## ").append(exported).append("\n\n```text\n");
            List<String> types = new ArrayList<>();
            for (Class<?> type : publicTypes(exported)) {
                types.add(type(type));
            }
            page.append(String.join("\n", types)).append("```\n");
        }
        return page.toString();
    }

    private static Set<String> exportedPackages() {
        ModuleDescriptor module =
                ModuleFinder.of(CLASSES).findAll().iterator().next().descriptor();
        return module.exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Class<?>> publicTypes(String exported) throws IOException, ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(CLASSES.resolve(exported.replace('.', '/')))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    Class<?> type =
                            Class.forName(exported + "." + name.substring(0, name.length() - 6), false, loader());
                    if (isReachable(type)) {
                        types.add(type);
                    }
                }
            }
        }
        types.sort((a, b) -> a.getName().compareTo(b.getName()));
        return types;
    }

    private static ClassLoader loader() {
        return PublicApi.class.getClassLoader();
    }

    private static boolean isReachable(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers()) || at.isAnonymousClass() || at.isLocalClass()) {
                return false;
            }
        }
        return true;
    }

    private static String type(Class<?> type) {
        StringBuilder text = new StringBuilder(kind(type)).append(' ').append(simple(type));
        if (type.isRecord()) {
            text.append(Arrays.stream(type.getRecordComponents())
                    .map(component -> name(component.getGenericType()) + " " + component.getName())
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        text.append('\n');
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (isPublic(field.getModifiers()) && !field.isEnumConstant()) {
                String before = Modifier.isStatic(field.getModifiers()) ? "static " : "";
                members.add(before + name(field.getGenericType()) + " " + field.getName());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isPublic(constructor.getModifiers()) && !type.isRecord()) {
                members.add("new " + parameters(constructor));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isPublic(method.getModifiers()) && !method.isSynthetic() && !goesWithoutSaying(type, method)) {
                String before = Modifier.isStatic(method.getModifiers()) ? "static " : "";
                members.add(before + name(method.getGenericReturnType()) + " " + method.getName() + parameters(method));
            }
        }
        Collections.sort(members);
        if (type.isEnum()) {
            members.add(
                    0,
                    Arrays.stream(type.getDeclaredFields())
                            .filter(Field::isEnumConstant)
                            .map(Field::getName)
                            .collect(Collectors.joining(", ")));
        }
        members.forEach(member -> text.append("    ").append(member).append('\n'));
        return text.toString();
    }

    private static boolean isPublic(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static boolean goesWithoutSaying(Class<?> type, Method method) {
        String name = method.getName();
        boolean ofObject = name.equals("toString") || name.equals("equals") || name.equals("hashCode");
        boolean ofEnum = type.isEnum() && (name.equals("values") || name.equals("valueOf"));
        boolean ofRecord = type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .anyMatch(component -> component.equals(name) && method.getParameterCount() == 0);
        return ofObject || ofEnum || ofRecord;
    }

    private static String kind(Class<?> type) {
        if (type.isRecord()) {
            return "record";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isInterface() ? "interface" : "class";
    }

    private static String parameters(Executable executable) {
        String parameters = Arrays.stream(executable.getGenericParameterTypes())
                .map(PublicApi::name)
                .collect(Collectors.joining(", ", "(", ")"));
        String thrown = Arrays.stream(executable.getGenericExceptionTypes())
                .map(PublicApi::name)
                .collect(Collectors.joining(", "));
        return thrown.isEmpty() ? parameters : parameters + " throws " + thrown;
    }

    private static String simple(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("([a-z][a-z0-9]*\\.)+", "").replace('$', '.');
    }
}
